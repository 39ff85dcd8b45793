const twoBytes = (): ReadonlyMap<string, readonly [number, number]> => {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(lead, trail));
      if ([...sign].length === 1 && !table.has(sign)) table.set(sign, [lead, trail]);
    }
  }
  return table;
};

/** Encodes a text in GB18030 as spreadsheet programs do; signs beyond its two-byte part are not needed here. */
export const encodeGb18030 = (text: string): Uint8Array<ArrayBuffer> => {
  const table = twoBytes();
  const bytes = [...text].flatMap((sign) => {
    if (sign.charCodeAt(0) < 0x80) return [sign.charCodeAt(0)];
    const pair = table.get(sign);
    if (!pair) throw new Error(`'${sign}' is not in the two-byte part of GB18030`);
    return [...pair];
  });
  return Uint8Array.from(bytes);
};
