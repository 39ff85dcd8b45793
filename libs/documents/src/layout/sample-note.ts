/** What every page of a document with made-up data says of itself. */
export const SAMPLE_NOTE = '样例（内容为示例，不作为办理依据）';
