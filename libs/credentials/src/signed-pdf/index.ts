export {
  checkSignedPdf,
  isPdf,
  type PdfCheckOptions,
  type PdfSignatureReport,
  type SignedPdfReport,
} from './check-signed-pdf';
export { pdfText } from './pdf-text';
export { signatureFields } from './signature-fields';
export { outcomeOfPdf, PDF_REASONS, type PdfReason } from './pdf-reasons';
export type { PdfSigner } from './signer';
