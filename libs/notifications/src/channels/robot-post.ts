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

const TO_FULL_WIDTH = 0xfee0;

/**
 * Keeps a title from being read as markdown: line breaks become blanks, and marks their full-width forms, because the two
 * robots agree on no way of escaping.
 */
export const asMarkdownText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#~|]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + TO_FULL_WIDTH));
