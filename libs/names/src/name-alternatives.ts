/** `X alias Y`, `X (née Y)`, `X d/h Y`: the names one person is said to bear. */
const ALSO = /[\s,(]+(?:alias|a\.?k\.?a\.?|@|dahulu|d\/h|formerly|dikenal sebagai)\s+/iu;
const BORN = /[\s,(]+(?:née|nee|born|geb\.|geborene?|lahir dengan nama)\s+/iu;
/** What one of them must contain, so that most names are done with at once. */
const MARK = /alias|a\.?k\.?a|@|dahulu|d\/h|formerly|dikenal|n[ée]e|born|geb|lahir/iu;
const LONGEST = 300;

/** A name and the others written beside it. Of a name at birth also the present given names with the family name of then. */
export function alternativesOf(name: string): { main: string; others: string[] } {
  const text = name.slice(0, LONGEST);
  if (!MARK.test(text)) return { main: name, others: [] };
  const born = BORN.exec(text);
  const also = born ?? ALSO.exec(text);
  if (!also || also.index === 0) return { main: name, others: [] };
  const main = text.slice(0, also.index);
  const other = text
    .slice(also.index + also[0].length)
    .replace(/\).*$/u, '')
    .trim();
  if (other === '') return { main, others: [] };
  const given = main.trim().split(/\s+/).slice(0, -1).join(' ');
  return { main, others: born && given !== '' ? [other, `${given} ${other}`] : [other] };
}
