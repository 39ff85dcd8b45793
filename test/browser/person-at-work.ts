import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Field, TaskPage } from '../../apps/standalone/src/demo/answers';

/** Somebody who works in the page: signs in, opens a task, fills the generated form, decides. */
export class PersonAtWork {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
  ) {}

  static async signIn(browser: Browser, url: string, username: string, password: string): Promise<PersonAtWork> {
    // Who asks for less motion gets none: nothing has to come to rest before it is clicked.
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(`${url}/`);
    await page.getByTestId('login-username').fill(username);
    await page.getByTestId('login-password').fill(password);
    await page.getByTestId('login-submit').click();
    await page.getByTestId('current-user').waitFor();
    return new PersonAtWork(page, context, url);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Goes on within the page, as by a link: nothing is loaded anew. */
  async walkTo(path: string): Promise<void> {
    await this.page.evaluate(
      `history.pushState({}, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'));`,
    );
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  /** Completes a task in the page: claim, outcome, the fields that nobody has filled before, submit. */
  async complete(task: TaskPage, outcome: string, form: Readonly<Record<string, unknown>>): Promise<void> {
    const { page } = this;
    await this.walkTo(`/tasks/${task.userTaskId}`);
    await page.getByTestId('claim').first().click();
    await page.getByTestId('unclaim').first().waitFor();
    const choice = page.getByTestId(`outcome-${outcome}`);
    if (task.outcomes.length > 1) await choice.click();
    for (const [name, value] of Object.entries(form)) {
      const field = task.form.properties[name];
      if (field && task.prefill[name] === undefined) await this.fill(name, field, value);
    }
    await page.getByTestId('submit-task').click();
    await page.getByTestId('task-done').waitFor({ timeout: 15_000 });
  }

  async fill(name: string, field: Field, value: unknown): Promise<void> {
    const control = this.page.getByTestId(`field-${name}`);
    const option = (choice: unknown) => this.page.getByTestId(`field-${name}-option-${String(choice)}`).first();
    switch (field['x-widget']) {
      case 'boolean':
        await option(value).check({ force: true });
        return;
      case 'select':
      case 'org-unit':
        if (!(await option(value).isVisible())) await control.click();
        await option(value).click();
        return;
      case 'multiselect':
        for (const choice of value as unknown[]) await option(choice).click();
        return;
      case 'date':
        await (await inputOf(control)).fill(String(value));
        await this.page.keyboard.press('Enter');
        return;
      default:
        await (await inputOf(control)).fill(String(value));
    }
  }
}

/** The element that takes the text: the control itself or the input inside it. */
const inputOf = async (control: Locator): Promise<Locator> => {
  const tag = await control.first().evaluate((element) => element.tagName.toLowerCase());
  return tag === 'input' || tag === 'textarea' ? control.first() : control.locator('input, textarea').first();
};
