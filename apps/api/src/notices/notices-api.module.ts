import { Sessions } from '@landfall/identity';
import type { Notifications } from '@landfall/installation';
import { NoticePreferences, Notices } from '@landfall/notifications';
import { type DynamicModule, Module } from '@nestjs/common';
import { NoticeEvents } from './notice-events';
import { AVAILABLE_CHANNELS, NoticesController } from './notices.controller';

@Module({})
class NoticesApiModule {}

/** Notices over HTTP, with the stream that keeps open pages current. */
export const createNoticesApiModule = (
  { notices, preferences, stream, available }: Pick<Notifications, 'notices' | 'preferences' | 'stream' | 'available'>,
  heartbeatMs?: number,
): DynamicModule => ({
  module: NoticesApiModule,
  controllers: [NoticesController],
  providers: [
    { provide: Notices, useValue: notices },
    { provide: NoticePreferences, useValue: preferences },
    { provide: AVAILABLE_CHANNELS, useValue: available },
    {
      provide: NoticeEvents,
      inject: [Sessions],
      useFactory: (sessions: Sessions) => new NoticeEvents(notices, stream, sessions, heartbeatMs),
    },
  ],
});
