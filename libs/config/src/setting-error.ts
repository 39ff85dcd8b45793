/** One setting that is wrong: its name and the sentence that says what it got and what it should be. */
export interface WrongSetting {
  readonly name: string;
  readonly sentence: string;
}

/** Stops the start: one or more settings are wrong. The message is one sentence for each. */
export class SettingError extends Error {
  override readonly name = 'SettingError';

  constructor(readonly wrong: readonly WrongSetting[]) {
    super(wrong.map(({ sentence }) => sentence).join('\n'));
  }
}
