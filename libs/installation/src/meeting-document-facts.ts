import type { OfficialHead } from '@landfall/documents';
import type { Meeting } from '@landfall/meetings';

export const LEADING_GROUP = ['conference', 'plenary', 'special'];

export const issuerOf = ({ kind }: Meeting): string =>
  LEADING_GROUP.includes(kind) ? '滨海新区招商引资工作领导小组' : '滨海新区招商引资工作领导小组办公室';

const NUMBER = /^(?<prefix>.*)〔(?<year>\d{4})〕(?<number>\d+)号$/;

export const headOf = (meeting: Meeting, more: Partial<OfficialHead> = {}): OfficialHead => {
  const number = NUMBER.exec(meeting.minutesNumber ?? '')?.groups;
  return {
    issuer: issuerOf(meeting),
    number:
      number === undefined
        ? null
        : { prefix: number.prefix ?? '', year: Number(number.year), number: Number(number.number) },
    issuedOn: dayOf(meeting.updatedAt),
    addressees: [],
    copiesTo: [],
    ...more,
  };
};

const SHANGHAI_MS = 8 * 3_600_000;
export const dayOf = (at: Date): string => new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

export const startsAtOf = ({ plannedAt, openedAt, updatedAt }: Meeting): string =>
  openedAt ?? (plannedAt ?? updatedAt).toISOString();
