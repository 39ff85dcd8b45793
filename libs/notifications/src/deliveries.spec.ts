import { NotificationsUnderTest } from '../test/notifications-under-test';
import { MailReceiver, RobotReceiver } from '../test/receivers';
import { DingtalkChannel, signatureOf } from './channels/dingtalk-channel';
import { messageIdOf, SmtpChannel } from './channels/smtp-channel';
import { WecomChannel } from './channels/wecom-channel';

const SECRET = 'SEC000000000000000000000';

describe('what leaves the house', () => {
  let mail: MailReceiver;
  let wecom: RobotReceiver;
  let dingtalk: RobotReceiver;
  let world: NotificationsUnderTest;

  beforeEach(async () => {
    [mail, wecom, dingtalk] = await Promise.all([MailReceiver.open(), RobotReceiver.open(), RobotReceiver.open()]);
    const clock = { now: () => new Date('2026-11-25T02:00:00Z') };
    world = await NotificationsUnderTest.open({
      email: new SmtpChannel(mail.url, 'Landfall <landfall@binhai.example>'),
      wecom: new WecomChannel(wecom.webhook),
      dingtalk: new DingtalkChannel(dingtalk.webhook, SECRET, clock),
    });
  });
  afterEach(async () => {
    await world.close();
    await Promise.all([mail.close(), wecom.close(), dingtalk.close()]);
  });

  const urgent = {
    kind: 'issue.escalated',
    urgency: 'urgent' as const,
    title: { zh: '堵点已上报：用地_指标', en: 'Issue escalated' },
    body: { zh: '李某某于今日上报。', en: 'Raised today.' },
    instanceId: '019ab000-0000-7000-8000-000000000002',
  };
  const emailOf = async (key: string) => {
    const row = (await world.deliveriesOf(key)).find(({ channel }) => channel === 'email');
    if (!row) throw new Error('There is no e-mail');
    return row;
  };

  it('goes to the person by e-mail, in both languages, with a link', async () => {
    const key = await world.tell(urgent);
    expect(await world.deliveries.sweep()).toBe(3);
    expect(mail.mails).toHaveLength(1);
    const [{ from, to, raw, messageId } = { from: '', to: [], raw: '', messageId: '' }] = mail.mails;
    expect({ from, to }).toEqual({ from: 'landfall@binhai.example', to: ['wang@binhai.example'] });
    const { id } = await emailOf(key);
    expect(messageId).toBe(messageIdOf(id));
    const body = Buffer.from(raw.split('\r\n\r\n').slice(1).join('').replace(/\s/g, ''), 'base64').toString();
    expect(body.split(/\n+/).map((line) => line.trim())).toEqual([
      '堵点已上报：用地_指标',
      '李某某于今日上报。',
      'https://landfall.example/projects/019ab000-0000-7000-8000-000000000002',
      '—',
      'Issue escalated',
      'Raised today.',
    ]);
  });

  it('goes to the chats with its title and link only, signed for DingTalk', async () => {
    await world.tell({ ...urgent, audience: { accounts: ['wang', 'zhao', 'li'], groups: [] } });
    await world.deliveries.sweep();
    const link = 'https://landfall.example/projects/019ab000-0000-7000-8000-000000000002';
    expect(wecom.posts.map(({ body }) => body)).toEqual([
      {
        msgtype: 'markdown',
        markdown: {
          content: `<font color="warning">【急】</font>**堵点已上报：用地＿指标**\n[打开 Landfall](${link})`,
        },
      },
    ]);
    expect(wecom.posts[0]?.headers['content-type']).toContain('application/json');
    expect(dingtalk.posts.map(({ body }) => body)).toEqual([
      {
        msgtype: 'markdown',
        markdown: {
          title: '【急】堵点已上报：用地_指标',
          text: `#### 【急】堵点已上报：用地＿指标\n\n[打开 Landfall](${link})`,
        },
      },
    ]);
    const query = dingtalk.posts[0]?.url.searchParams;
    expect(query?.get('key')).toBe('abc');
    expect(query?.get('timestamp')).toBe('1795572000000');
    expect(query?.get('sign')).toBe(signatureOf(1_795_572_000_000, SECRET));
    expect(mail.mails).toHaveLength(3);
  });

  it('is sent once, however many try', async () => {
    const key = await world.tell(urgent);
    const { id } = await emailOf(key);
    const tries = await Promise.all([1, 2, 3, 4].map(() => world.deliveries.deliver(id)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    await world.deliveries.sweep();
    await world.deliveries.sweep();
    expect([mail.mails.length, wecom.posts.length, dingtalk.posts.length]).toEqual([1, 1, 1]);
  });

  it('is not sent before it is due', async () => {
    world.setTime('2026-11-25T22:00');
    await world.preferences.set('wang', { ...(await world.preferences.of('wang')), digest: false });
    const key = await world.tell();
    const { id } = await emailOf(key);
    expect(await world.deliveries.deliver(id)).toBe(false);
    expect(await world.deliveries.sweep()).toBe(0);
    world.setTime('2026-11-26T08:00');
    expect(await world.deliveries.sweep()).toBe(1);
  });

  it('is tried again with growing pauses and fails for good in the end', async () => {
    mail.refuse = 1;
    const key = await world.tell(urgent);
    await world.deliveries.sweep();
    expect(await emailOf(key)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      last_error: expect.stringContaining('full'),
    });
    expect(await world.deliveries.sweep()).toBe(0);
    world.clock.advance(60_000);
    expect(await world.deliveries.sweep()).toBe(1);
    expect(await emailOf(key)).toMatchObject({ state: 'sent', attempts: 2, last_error: null });

    mail.refuse = 99;
    const lost = await world.tell(urgent);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await world.deliveries.sweep();
      world.clock.advance(4 * 3_600_000);
    }
    expect(await emailOf(lost)).toMatchObject({ state: 'failed', attempts: 6 });
    expect(world.failures).toHaveLength(1);
  });

  it.each([
    ['refuses', { status: 200, body: '{"errcode":93000,"errmsg":"invalid webhook url"}' }, /93000 invalid webhook url/],
    ['is down', { status: 502, body: 'Bad gateway' }, /502/],
    ['is no robot', { status: 200, body: '<html>' }, /none of a robot/],
  ])('waits when a robot %s', async (_, answer, said) => {
    wecom.answer = answer;
    const key = await world.tell(urgent);
    await world.deliveries.sweep();
    const row = (await world.deliveriesOf(key)).find(({ channel }) => channel === 'wecom');
    expect(row).toMatchObject({ state: 'waiting', last_error: expect.stringMatching(said) });
  });
});

describe('the signature for DingTalk', () => {
  it('is the one that OpenSSL computes', () => {
    // printf '%s\n%s' 1577262236757 this_is_a_secret | openssl dgst -sha256 -hmac this_is_a_secret -binary | base64
    expect(signatureOf(1_577_262_236_757, 'this_is_a_secret')).toBe('DrYMoK7sErSjGmgan5jGWEPm5WSOdUIs4aL2ex8ifEI=');
  });
});
