export type Language = 'zh' | 'en';

/** The language to answer in: what `Accept-Language` wants most of Chinese and English; Chinese when it says neither. */
export const spokenLanguage = (acceptLanguage: string | undefined): Language => {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(
      (entry): entry is { language: Language; quality: number } =>
        entry.quality > 0 && (entry.language === 'zh' || entry.language === 'en'),
    );
  const [first] = wanted.sort((left, right) => right.quality - left.quality);
  return first?.language ?? 'zh';
};
