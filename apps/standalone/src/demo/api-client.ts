/** A problem document that the API answered instead of what was asked for. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: readonly { readonly path: string; readonly code: string; readonly detail: string }[] = [],
  ) {
    super(
      `${status} ${code}: ${detail}${errors.map((error) => `\n  ${error.path}: ${error.code} ${error.detail}`).join('')}`,
    );
  }
}

/** Speaks to Landfall's API in the name of whichever account is asked for; each signs in once. */
export class ApiClient {
  private readonly cookies = new Map<string, Promise<string>>();

  constructor(
    readonly url: string,
    private readonly password: string,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  /** Fetches a file; throws as any other request when it is refused. */
  open(username: string, path: string): Promise<Response> {
    return this.send(username, 'GET', path);
  }

  get<Answer>(username: string, path: string): Promise<Answer> {
    return this.request<Answer>(username, 'GET', path);
  }

  post<Answer>(username: string, path: string, body: unknown = {}): Promise<Answer> {
    return this.request<Answer>(username, 'POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  put<Answer>(username: string, path: string, body: unknown): Promise<Answer> {
    return this.request<Answer>(username, 'PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  delete<Answer = void>(username: string, path: string): Promise<Answer> {
    return this.request<Answer>(username, 'DELETE', path);
  }

  /** The bytes of a file. */
  async download(username: string, path: string): Promise<Uint8Array> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: await this.cookieOf(username) } });
    if (!response.ok) throw await problemOf(response);
    return new Uint8Array(await response.arrayBuffer());
  }

  upload<Answer>(username: string, path: string, file: Blob, fileName: string): Promise<Answer> {
    const form = new FormData();
    form.append('file', file, fileName);
    return this.request<Answer>(username, 'POST', path, form);
  }

  private async request<Answer>(
    username: string,
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await this.send(username, method, path, body, headers);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }

  private async send(
    username: string,
    method: string,
    path: string,
    body?: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { ...headers, cookie: await this.cookieOf(username), 'accept-language': this.language },
      ...(body === undefined ? {} : { body }),
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  private cookieOf(username: string): Promise<string> {
    const known = this.cookies.get(username) ?? this.signIn(username);
    this.cookies.set(username, known);
    return known;
  }

  private async signIn(username: string): Promise<string> {
    const response = await fetch(`${this.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': this.language },
      body: JSON.stringify({ username, password: this.password }),
    });
    if (!response.ok) throw await problemOf(response);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }
}

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as { code: string; detail: string; errors?: ApiProblem['errors'] };
    return new ApiProblem(response.status, problem.code, problem.detail, problem.errors);
  } catch {
    return new ApiProblem(response.status, 'UNREADABLE', text.slice(0, 200));
  }
};
