// What PDF.js reads in a file: an ES module, which jest cannot load.
//   node read-pdf.mjs FILE → {"text","pages","info","mark","attachments"}
import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(readFileSync(process.argv[2])));
const { text, totalPages } = await extractText(pdf, { mergePages: true });
const { info } = await getMeta(pdf);
const attachments = Object.keys((await pdf.getAttachments()) ?? {});
process.stdout.write(
  JSON.stringify({
    text: text.replace(/\s+/g, ' '),
    pages: totalPages,
    info,
    mark: await pdf.getMarkInfo(),
    attachments,
  }),
);
