import { DOCUMENT_TYPE_NAMES } from '@landfall/documents';
import { z } from 'zod';

export const DocumentTypeName = z.enum(DOCUMENT_TYPE_NAMES);

export const Wording = z
  .record(z.string().max(40), z.string().max(8000))
  .describe('The words by part; placeholders in two braces');

const Version = z.object({
  version: z.number().int().describe('0 is what is shipped'),
  effectiveFrom: z.string().nullable(),
  reason: z.string(),
  restoredFrom: z.number().int().nullable(),
  createdBy: z.object({ accountId: z.string(), name: z.string(), unit: z.string() }).nullable(),
  createdAt: z.string().nullable(),
  isCurrent: z.boolean().describe('Its words count today'),
});

export const DocumentTemplateSummary = z
  .object({
    type: DocumentTypeName,
    label: z.string(),
    currentVersion: z.number().int(),
    latestVersion: z.number().int().describe('Later than the current one when it takes effect later'),
  })
  .meta({ id: 'DocumentTemplateSummary' });

export type DocumentTemplateSummary = z.infer<typeof DocumentTemplateSummary>;

export const DocumentTemplateVersion = Version.extend({ wording: Wording }).meta({ id: 'DocumentTemplateVersion' });

export type DocumentTemplateVersion = z.infer<typeof DocumentTemplateVersion>;

export const DocumentTemplate = z
  .object({
    type: DocumentTypeName,
    label: z.string(),
    parts: z.array(
      z.object({ name: z.string(), label: z.string(), mandatory: z.boolean(), mustSay: z.array(z.string()) }),
    ),
    placeholders: z.array(z.object({ name: z.string(), label: z.string() })),
    wording: Wording.describe('The words of the latest version, which the next change is based on'),
    currentVersion: z.number().int(),
    latestVersion: z.number().int(),
    versions: z.array(Version).describe('The latest first'),
  })
  .meta({ id: 'DocumentTemplate' });

export type DocumentTemplate = z.infer<typeof DocumentTemplate>;

const change = {
  basedOn: z.number().int().min(0).describe('The latest version that was seen'),
  reason: z.string().trim().min(2).max(500),
  effectiveFrom: z.iso.date().optional().describe('Today when left out'),
};

export const DocumentTemplateChange = z.strictObject({ ...change, wording: Wording });

export type DocumentTemplateChange = z.infer<typeof DocumentTemplateChange>;

export const DocumentTemplateRestore = z.strictObject({ ...change, version: z.number().int().min(0) });

export type DocumentTemplateRestore = z.infer<typeof DocumentTemplateRestore>;

const format = z.enum(['html', 'docx', 'pdf']).default('html');
const showGrid = z.stringbool().default(false).describe('Draws the 22 lines of the type area; html only');

export const PreviewQuery = z.strictObject({
  format,
  showGrid,
  version: z.coerce.number().int().min(0).optional().describe('The version that counts today when left out'),
});

export type PreviewQuery = z.infer<typeof PreviewQuery>;

export const PreviewRequest = z.strictObject({
  wording: Wording,
  format,
  showGrid: z.boolean().default(false),
});

export type PreviewRequest = z.infer<typeof PreviewRequest>;
