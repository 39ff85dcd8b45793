import { Converter } from 'opencc-js/t2cn';

/** Characters that Japanese names write in their own simplified shape; OpenCC leaves them as they are. */
const JAPANESE_SHAPES: Readonly<Record<string, string>> = {
  発: '发',
  圧: '压',
  電: '电',
  気: '气',
  薬: '药',
  鉄: '铁',
  機: '机',
  産: '产',
  業: '业',
  総: '总',
  営: '营',
  図: '图',
  広: '广',
  浜: '滨',
  沢: '泽',
  渋: '涩',
  桜: '樱',
  関: '关',
  豊: '丰',
};

const convert = Converter({ from: 't', to: 'cn' });

/** Writes traditional characters (and the common Japanese shapes) as simplified ones, so that 機電 equals 机电. */
export const toSimplified = (text: string): string =>
  [...convert(text)].map((character) => JAPANESE_SHAPES[character] ?? character).join('');
