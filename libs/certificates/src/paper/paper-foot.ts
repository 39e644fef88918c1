import { decoration, HAIRLINE, INK, MARGIN, millimetres, PAGE, SOFT, tagged, type Paper } from './paper';
import { WORDS } from './paper-words';
import { drawQr } from './qr';
import { linesOf, setLines, type Setting } from './text-setter';

const TOP = 442;
/** The code alone is some 27 mm, and 33 mm with the white around it. */
const QR_SIDE = millimetres(33);
const RIGHT_EDGE = PAGE.width - MARGIN;

/** Signatory and dates on the left, QR code, readable code and address on the right. */
export function drawFoot(paper: Paper): void {
  const { doc } = paper;
  decoration(paper, () => {
    doc.moveTo(MARGIN, TOP).lineTo(RIGHT_EDGE, TOP).lineWidth(0.75).stroke(HAIRLINE);
  });
  drawSignatory(paper);
  drawDates(paper);
  drawCheck(paper);
}

function drawSignatory(paper: Paper): void {
  const { doc, of, say } = paper;
  const soft: Setting = { size: 9.5, color: SOFT, width: 210, maxLines: 1 };
  const name: Setting = { size: 11, weight: 'bold', color: INK, width: 210, maxLines: 3, lineHeight: 1.25 };
  tagged(paper, 'P', () => {
    let y = setLines(doc, [say(WORDS.onBehalf)], MARGIN, TOP + 18, soft);
    y = setLines(doc, linesOf(doc, say(of.groupName), name), MARGIN, y + 1, name);
    if (of.signatory) {
      const signer = { ...name, maxLines: 2 };
      y = setLines(doc, linesOf(doc, of.signatory.name, signer), MARGIN, y + 6, signer);
      y = setLines(doc, linesOf(doc, say(of.signatory.office), soft), MARGIN, y + 1, soft);
    }
    setLines(doc, [say(WORDS.signed)], MARGIN, y + 4, soft);
  });
}

function drawDates(paper: Paper): void {
  const { doc, of, say, language } = paper;
  const x = MARGIN + 236;
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: 'long',
    timeZone: of.zone,
  });
  // `validUntil` is the first instant at which it no longer holds: the last day is the one before.
  const lastDay = of.validUntil && new Date(of.validUntil.getTime() - 1);
  const facts: [string, string][] = [
    [say(WORDS.issued), format.format(of.issuedAt)],
    [say(WORDS.validUntil), lastDay ? format.format(lastDay) : say(WORDS.forAlways)],
  ];
  const soft: Setting = { size: 9.5, color: SOFT, width: 170, maxLines: 1 };
  const value: Setting = { size: 11, weight: 'bold', color: INK, width: 170, maxLines: 1 };
  let y = TOP + 18;
  for (const [label, text] of facts) {
    tagged(paper, 'P', () => {
      y = setLines(doc, [text], x, setLines(doc, [label], x, y, soft) + 1, value) + 6;
    });
  }
}

function drawCheck(paper: Paper): void {
  const { doc, of, say, address } = paper;
  const left = RIGHT_EDGE - QR_SIDE;
  const width = 180;
  const x = left - width - 14;
  tagged(
    paper,
    'Figure',
    () => {
      drawQr(doc, address, left, TOP + 14, QR_SIDE);
    },
    `${say(WORDS.qr)}: ${address}`,
  );
  const soft: Setting = { size: 9.5, color: SOFT, width, maxLines: 1 };
  const code: Setting = { size: 14, weight: 'bold', color: INK, width, maxLines: 1 };
  const url: Setting = { size: 9.5, color: INK, width, maxLines: 3 };
  tagged(paper, 'P', () => {
    let y = setLines(doc, [say(WORDS.code)], x, TOP + 18, soft);
    y = setLines(doc, [of.code], x, y + 1, code);
    y = setLines(doc, [say(WORDS.checkAt)], x, y + 8, soft);
    setLines(doc, addressLines(paper, url), x, y + 1, url);
    doc.link(x, TOP + 18, width, y - TOP + 12, address);
  });
}

/** Broken before `/check/` rather than inside a word, so that it can be typed off paper. */
function addressLines({ doc, address }: Paper, setting: Setting): string[] {
  const { host, pathname } = new URL(address);
  return [host, pathname].flatMap((part) => linesOf(doc, part, setting));
}
