import type { FieldProblem, ProblemDocument } from './contract';

/** A refused request: one sentence for the reader (`message`), its code, and the fields it is about. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];

  constructor(document: ProblemDocument) {
    super(document.detail);
    this.name = 'Problem';
    this.status = document.status;
    this.code = document.code;
    this.errors = document.errors ?? [];
  }
}

/** What the client says itself when the server cannot speak; set by the language provider. */
const sentences = {
  language: 'zh',
  unreachable: '',
  unreadable: '',
};

export const speak = (language: string, unreachable: string, unreadable: string): void => {
  Object.assign(sentences, { language, unreachable, unreadable });
};

let sessionEnded: () => void = () => {};

/** Names the one who hears that the session has ended (any answer 401 outside signing in). */
export const onSessionEnded = (listener: () => void): void => {
  sessionEnded = listener;
};

type Query = Record<string, string | number | boolean | null | undefined>;

export const withQuery = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
};

const isProblem = (body: unknown): body is ProblemDocument =>
  typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string';

const asProblem = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) {
    return new Problem({ ...body, status: response.status, code: body.code ?? `HTTP.${response.status}` });
  }
  return new Problem({ status: response.status, code: `HTTP.${response.status}`, detail: sentences.unreadable });
};

const ask = async (path: string, init: RequestInit): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      credentials: 'same-origin',
      headers: { Accept: 'application/json', 'Accept-Language': sentences.language, ...init.headers },
    });
  } catch {
    throw new Problem({ status: 0, code: 'CLIENT.UNREACHABLE', detail: sentences.unreachable });
  }
  if (!response.ok) {
    const problem = await asProblem(response);
    if (response.status === 401 && !path.startsWith('/api/auth/')) sessionEnded();
    throw problem;
  }
  return response;
};

const send = async <T>(path: string, init: RequestInit): Promise<T> => {
  const response = await ask(path, init);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
};

export const get = <T>(path: string, query?: Query): Promise<T> => send<T>(withQuery(path, query), { method: 'GET' });

/** @param clientKey the same key twice has one effect and the same answer */
export const post = <T>(path: string, body: unknown = {}, clientKey?: string): Promise<T> =>
  send<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(clientKey ? { 'Idempotency-Key': clientKey } : {}) },
    body: JSON.stringify(body),
  });

export const put = <T>(path: string, body: unknown): Promise<T> =>
  send<T>(path, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const remove = <T = void>(path: string, query?: Query): Promise<T> =>
  send<T>(withQuery(path, query), { method: 'DELETE' });

/** For answers that are a page rather than data. */
export const postForText = async (path: string, body: unknown): Promise<string> => {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.text();
};

export const upload = <T>(path: string, file: File): Promise<T> => {
  const form = new FormData();
  form.append('file', file);
  return send<T>(path, { method: 'POST', body: form });
};
