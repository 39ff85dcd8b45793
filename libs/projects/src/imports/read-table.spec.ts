import { deflateRawSync } from 'node:zlib';
import { formatOf, readTable } from './read-table';

/** A zip archive of one entry, with whatever sizes it is told to claim. */
const zipOf = (name: string, content: Buffer, claimed = content.length): Buffer => {
  const packed = deflateRawSync(content);
  const label = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(label.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(label.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + label.length, 12);
  end.writeUInt32LE(local.length + label.length + packed.length, 16);
  return Buffer.concat([local, label, packed, central, label, end]);
};

describe('reading a table beside the event loop', () => {
  it('tells CSV from workbooks and from everything else by the bytes', () => {
    expect(formatOf('a.csv', Buffer.from('x'))).toBe('csv');
    expect(formatOf('a.csv', zipOf('xl/workbook.xml', Buffer.from('<workbook/>')))).toBe('xlsx');
    expect(formatOf('a.docx', zipOf('word/document.xml', Buffer.from('x')))).toMatchObject({
      code: 'IMPORT.FORMAT_UNKNOWN',
    });
    expect(formatOf('a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatchObject({
      code: 'IMPORT.FORMAT_UNKNOWN',
    });
  });

  it('lets other work go on while it reads', async () => {
    const line = `${'智慧物流园项目,'.repeat(18)}\n`;
    const bytes = Buffer.from(line.repeat(20_000));
    let turns = 0;
    const pulse = setInterval(() => {
      turns += 1;
    }, 5);
    const rows = await readTable('csv', bytes);
    clearInterval(pulse);
    expect(rows).toHaveLength(20_000);
    // Turns, not milliseconds: a busy machine stretches everything, and who reads by himself leaves no turn to others.
    expect(turns).toBeGreaterThan(10);
  });

  it('refuses a workbook that would become gigabytes, whatever it claims', async () => {
    const bomb = zipOf('xl/workbook.xml', Buffer.alloc(220 * 1024 * 1024), 1000);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readTable('xlsx', bomb)).rejects.toMatchObject({ code: 'IMPORT.XLSX_BROKEN' });
  });

  it('says which line of a CSV is broken', async () => {
    await expect(readTable('csv', Buffer.from('a,b\n1,2\n"3,4\n'))).rejects.toMatchObject({
      code: 'IMPORT.CSV_BROKEN',
      params: { line: expect.any(Number) },
    });
  });
});
