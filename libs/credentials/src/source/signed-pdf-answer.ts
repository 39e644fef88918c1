import type { IssuerTrust } from '../issuer/trusted-issuers.queries';
import { checkSignedPdf, pdfText } from '../signed-pdf';
import { needsPerson } from './answer.policy';
import type { CheckAnswer, CheckRequest } from './check-source';
import { signedPdfFinding } from './signed-pdf-finding.policy';

/** What a signed PDF says of a claim. Its text is read only once it is known who signed it. */
export async function signedPdfAnswer(
  file: Buffer,
  request: CheckRequest,
  trusted: readonly IssuerTrust[],
  at: Date,
): Promise<Pick<CheckAnswer, 'run' | 'outcome' | 'reasons' | 'fields' | 'needsPerson' | 'answer'>> {
  const roots = trusted.flatMap(({ rootCertificate }) => (rootCertificate === null ? [] : [rootCertificate]));
  const report = await checkSignedPdf(file, { at, roots });
  const text = report.outcome === 'verified' ? await pdfText(file) : null;
  const found = signedPdfFinding(report, text, request, trusted);
  return { ...found, needsPerson: needsPerson(found.outcome), answer: JSON.stringify(report) };
}
