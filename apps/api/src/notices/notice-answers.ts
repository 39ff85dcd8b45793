import { OUTSIDE_CHANNELS } from '@landfall/notifications';
import { z } from 'zod';
import { LocalizedText } from '../coded-name';

export const NoticeItem = z
  .object({
    id: z.string(),
    kind: z.string().describe('Topic first: `task.overdue`'),
    urgency: z.enum(['normal', 'urgent']),
    title: LocalizedText,
    body: LocalizedText.nullable(),
    link: z.string().nullable().describe('A path of the web client'),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'NoticeItem' });

export type NoticeItem = z.infer<typeof NoticeItem>;

export const NoticePage = z
  .object({
    items: z.array(NoticeItem),
    nextCursor: z.string().nullable(),
    unread: z.number().int().describe('Counted up to 100'),
  })
  .meta({ id: 'NoticePage' });

export type NoticePage = z.infer<typeof NoticePage>;

const Channels = z.array(z.enum(OUTSIDE_CHANNELS)).max(OUTSIDE_CHANNELS.length);

export const NoticePreferences = z
  .strictObject({
    email: z.string().trim().max(254).nullable(),
    channels: z
      .strictObject({
        task: Channels,
        project: Channels,
        issue: Channels,
        supervision: Channels,
        calendar: Channels,
        digest: Channels,
      })
      .describe('The ways outside the page, by topic; the page shows everything'),
    digest: z.boolean().describe('Whether normal notices wait for the next digest'),
    quiet: z.strictObject({
      from: z.string().max(5).describe('HH:MM in Binhai'),
      until: z.string().max(5).describe('HH:MM in Binhai'),
      onRestDays: z.boolean(),
    }),
  })
  .meta({ id: 'NoticePreferences' });

export type NoticePreferences = z.infer<typeof NoticePreferences>;

export const NoticeSettings = z
  .object({
    preferences: NoticePreferences,
    available: z.array(z.enum(OUTSIDE_CHANNELS)).describe('The ways outside the page that are set up here'),
  })
  .meta({ id: 'NoticeSettings' });

export type NoticeSettings = z.infer<typeof NoticeSettings>;
