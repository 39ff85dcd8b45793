import { ManualClock, SystemClock } from '@landfall/clock';
import { Database } from '@landfall/persistence';
import { DeadlineReminders, Deliveries, Digests, FanOut, SmtpChannel, WecomChannel } from '../src';
import { isWorkday, plainSubjects, smallOffice } from './small-office';

/** What a crashing process is told to do, as JSON in its first argument. */
export interface CrashOrder {
  readonly databaseUrl: string;
  readonly dieAt: string;
  readonly mailUrl: string;
  readonly webhook: string;
  readonly work:
    | { readonly kind: 'fanOut'; readonly key: string }
    | { readonly kind: 'deliver'; readonly id: string }
    | { readonly kind: 'remind' | 'digest'; readonly at: string };
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};

const main = async (order: CrashOrder): Promise<void> => {
  const database = new Database({ url: order.databaseUrl });
  const clock = new SystemClock();
  const onStep = (step: string): void => {
    if (step === order.dieAt) die();
  };
  if (order.work.kind === 'fanOut') {
    const fanOut = new FanOut({
      database,
      clock,
      recipients: smallOffice,
      isWorkday,
      available: ['email', 'wecom'],
      onStep,
    });
    await fanOut.run(order.work.key);
    return;
  }
  if ('at' in order.work) {
    const parts = {
      database,
      clock: new ManualClock(new Date(order.work.at)),
      isWorkday,
      subjects: plainSubjects,
      onStep,
    };
    if (order.work.kind === 'remind') await new DeadlineReminders(parts).sweep();
    else await new Digests({ ...parts, recipients: smallOffice, toChats: true, passingKinds: [] }).tick();
    return;
  }
  const deliveries = new Deliveries({
    database,
    clock,
    channels: {
      email: new SmtpChannel(order.mailUrl, 'landfall@binhai.example'),
      wecom: new WecomChannel(order.webhook),
    },
    recipients: smallOffice,
    leaseMs: 300,
    onStep,
  });
  await deliveries.deliver(order.work.id);
};

void main(JSON.parse(process.argv[2] ?? '{}') as CrashOrder);
