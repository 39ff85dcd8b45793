const LONGEST_NAME = 120;
/** Names that mean a device on some systems wherever they stand. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Makes a name that any system can save: its last part only, no control or reserved characters, not too long. */
export const safeFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICES, '_$1$2');
  const characters = [...(plain || 'file')];
  if (characters.length <= LONGEST_NAME) return characters.join('');
  const ending = /\.[^.]{1,8}$/.exec(plain)?.[0] ?? '';
  return characters.slice(0, LONGEST_NAME - ending.length).join('') + ending;
};
