import { z } from 'zod';
import { CAPITAL_TYPES, CARRIER_MODES, OWNERSHIPS, SOURCE_TYPES } from './lead';

const text = z.string();
const partialDate = z.string().max(20);

/**
 * The body of POST /api/leads: only shapes and sizes are checked here, the meaning by `checkLead`.
 *
 * Required are project name, investor (or the mark that it stays confidential), industry keyword, total investment, source
 * and brief. `totalInvestment` is a decimal string in 万元 unless `currencyUnit` names another unit.
 */
export const leadBodySchema = z.strictObject({
  projectName: text.max(400),
  investorName: text.max(400).optional(),
  investorHidden: z.boolean().optional(),
  investorUscc: text.max(40).optional(),
  investorOrigin: text.max(80).optional(),
  capitalType: z.enum(CAPITAL_TYPES).optional(),
  ownership: z.enum(OWNERSHIPS).optional(),
  industryFocus: text.max(60),
  industryCode: z
    .string()
    .regex(/^[A-T]\d{2,4}$/)
    .optional(),
  totalInvestment: text.max(40),
  currencyUnit: text.max(20).optional(),
  exchangeRate: z.strictObject({ rate: text.max(20), on: partialDate, source: text.min(1).max(80) }).optional(),
  fixedInvestment: text.max(40).optional(),
  landNeed: z.union([text.max(20), z.number().min(0).max(10_000_000)]).optional(),
  landingUnit: text.max(40).optional(),
  sourceType: z.enum(SOURCE_TYPES),
  introducer: text.max(80).optional(),
  contact: text.max(120).optional(),
  brief: text.max(4000),
  carrierMode: z.enum(CARRIER_MODES).optional(),
  crossRegion: z.boolean().optional(),
  confidentiality: z.enum(['public', 'internal', 'commercialSecret']).optional(),
  milestones: z
    .strictObject({
      signedOn: partialDate.optional(),
      registeredOn: partialDate.optional(),
      startedOn: partialDate.optional(),
      operatedOn: partialDate.optional(),
    })
    .optional(),
  enterpriseName: text.max(120).optional(),
  enterpriseUscc: text.max(40).optional(),
  clientKey: text.min(1).max(100).optional(),
});

export type LeadBody = z.infer<typeof leadBodySchema>;
