import { crc32, deflateRawSync } from 'node:zlib';

/** A cell as a spreadsheet keeps it: text among the shared strings, or a number with the place of its format. */
export type Cell = string | { number: string; style?: number } | { formula: string; value: string };

/** Formats by their place: 0 plain, 1 a date, 2 five figures with leading zeros. */
const STYLES = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="1"><numFmt numFmtId="170" formatCode="00000"/></numFmts>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`;

/** A workbook (XLSX) of one sheet, with a hidden one before it. */
export function aWorkbook(rows: readonly (readonly Cell[])[], parts: Record<string, string> = {}): Buffer {
  const strings: string[] = [];
  const sheet = rows.map((cells, at) => {
    const written = cells.map((cell, column) =>
      cellXml(cell, `${String.fromCharCode(65 + column)}${at + 1}`, strings),
    );
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Lama" sheetId="1" state="hidden" r:id="rId1"/>
      <sheet name="Data" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': STYLES,
    ...parts,
  };
  return zipped(files);
}

function cellXml(cell: Cell, address: string, strings: string[]): string {
  if (typeof cell === 'string') {
    if (cell === '') return '';
    return `<c r="${address}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
  }
  if ('formula' in cell)
    return `<c r="${address}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
  return `<c r="${address}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A ZIP archive of these parts, deflated. */
function zipped(files: Record<string, string>): Buffer {
  const written: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [label, data] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    listed.push(Buffer.from('504b01021400', 'hex'), common, place, label);
    written.push(Buffer.from('504b0304', 'hex'), common, label, packed);
    offset += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written, list, end]);
}
