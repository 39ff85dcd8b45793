import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiClient } from '../api-client';
import { startOwnServer } from '../own-server';
import { bold, dim, forgetLine, say } from '../terminal-text';
import { type Proof, prove } from './proofs';
import { reportAsMarkdown, sayReport } from './report';
import { liveThrough } from './run-year';
import { Story } from './story';
import { daysAfter } from './year-clock';
import { recordYear } from './year-record';

/** Nothing happens before: the year is empty. */
const BEGINNING = '2026-01-02';
/** The second conference is held in the last days of the year, and its minutes are signed in the first of the next. */
const AFTERWARDS_DAYS = 14;
const MONTHS = 12;
const INTERRUPTED = 130;

export interface YearDemoOptions {
  readonly root: string;
  readonly password: string;
  readonly arguments: readonly string[];
}

/** How many months are lived through: `--months=3`. */
const monthsOf = (given: readonly string[]): number => {
  const said = given.find((argument) => argument.startsWith('--months='))?.slice('--months='.length);
  const months = Number(said ?? MONTHS);
  if (!(Number.isInteger(months) && months >= 1 && months <= MONTHS))
    throw new Error(`Expected --months to be a whole number from 1 to ${MONTHS}, but it is '${said}'.`);
  return months;
};

const endOf = (months: number): string => {
  const month = new Date(Date.UTC(Number(BEGINNING.slice(0, 4)), months, 1)).toISOString().slice(0, 10);
  return months === MONTHS ? daysAfter(month, AFTERWARDS_DAYS) : month;
};

/** Lives through a whole year on a server of its own and tells it; answers the code of the process. */
export const runYearDemo = async (options: YearDemoOptions): Promise<number> => {
  const { root, password } = options;
  const until = endOf(monthsOf(options.arguments));
  const folder = join(root, '.data', 'demo-year');
  let interrupted = false;
  // The time stands still between two days: there it ends in good order.
  const interrupt = () => {
    interrupted = true;
    forgetLine();
    say('正在结束……');
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const began = Date.now();
  say();
  say(bold('Landfall：招商引资的一年'));
  say(dim('公开报道的真实项目清单，从空的一年开始；人员、金额、意见、结论全部为样例数据。'));
  const server = await startOwnServer({ root, folder, from: BEGINNING });
  try {
    say(dim(`自带的服务和数据库在 ${folder}，地址 ${server.url}；以下全部通过它的接口办理。`));
    const story = new Story(new ApiClient(server.url, password));
    let done = 0;
    const lived = await liveThrough({
      url: server.url,
      password,
      root,
      until,
      isInterrupted: () => interrupted,
      onStep: (reached) => story.progress(reached, done),
      onHappening: (day, said) => story.happening(day, said),
      onDay: async (day) => {
        done = day.people.tasksDone;
        await story.ofDay(day);
      },
    });
    if (interrupted) return INTERRUPTED;
    await story.endMonth();
    forgetLine();
    const record = await recordYear(lived.api, lived.clock.today);
    const proofs = prove(record);
    sayReport(record, proofs);
    const { stumbles, tasksDone } = lived.people;
    const file = join(folder, 'report.md');
    await mkdir(folder, { recursive: true });
    await writeFile(file, reportAsMarkdown(record, proofs, story.lines, stumbles));
    say();
    const seconds = Math.round((Date.now() - began) / 1000);
    say(
      dim(
        `办理任务 ${tasksDone} 件，被退回的填报 ${stumbles.length} 件；时间推进 ${lived.clock.steps} 个时点（未办妥 ${lived.clock.unsettled}），用时 ${Math.floor(seconds / 60)}分${seconds % 60}秒（推进 ${Math.round(lived.clock.movedMs / 1000)} 秒，办理 ${Math.round(lived.workMs / 1000)} 秒）。`,
      ),
    );
    say(`完整台账：${file}`);
    say();
    return proofs.every(({ exceptions }: Proof) => exceptions.length === 0) ? 0 : 1;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    await server.leave();
  }
};
