import { SEND_TIMEOUT_MS } from './channel';

/** Posts JSON to a robot's webhook; both robots answer 200 with an `errcode`, which is 0 when the message was taken. */
export const postToRobot = async (url: URL, message: unknown): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The robot answered ${response.status}`);
  const answer = readAnswer(text);
  if (answer.errcode !== 0) throw new Error(`The robot refused the message: ${answer.errcode} ${answer.errmsg}`);
};

const readAnswer = (text: string): { errcode: unknown; errmsg: unknown } => {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && 'errcode' in answer) {
      return { errcode: answer.errcode, errmsg: 'errmsg' in answer ? answer.errmsg : '' };
    }
  } catch {
    // Said below: an answer that is no JSON is no robot's.
  }
  throw new Error('The robot gave an answer that is none of a robot');
};

/** Keeps a title from being read as markdown: its marks, and line breaks that would begin a block. */
export const asMarkdownText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#~|]/g, (mark) => `\\${mark}`);
