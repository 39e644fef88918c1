import type { LocalDate } from '@himpun/kernel';
import { ANSWER_REASONS } from '../answer.policy';
import { numberKey } from '../authority-key';
import { holderFinding } from '../holder.policy';
import { jsonOf, notCovered, notFound, readStatus, refused, unavailable } from '../reading';
import type { Answered, Asked, Reading, RegistryServer } from '../registry';
import { readDiploma, type Coverage, type DiplomaRecord } from './diploma-answer.policy';
import { diplomaFinding } from './diploma-finding.policy';
import { outsideCoverage } from './intake.policy';

/** Higher education in Indonesia reports its students to PDDikti since the intake of 2003. */
export const PDDIKTI_SINCE = 2003;

/** What a diploma register's answer says of a claim; who entered before its records begin is not covered, and not missing. */
export function diplomaReading(
  { status, pages }: Answered,
  asked: Asked,
  _today: LocalDate,
  server: RegistryServer | null,
): Reading {
  const early = readStatus(status);
  if (early) return early;
  if (status === 404) return missing(asked, server, null);
  if (status >= 400) return refused(`HTTP ${status}`);
  const answer = readDiploma(jsonOf(pages[0] ?? ''));
  if (answer.kind === 'error') return refused('the register answered with an error');
  if (answer.kind === 'nonsense') {
    return answer.detail === 'nothing_told'
      ? notCovered(ANSWER_REASONS.says_nothing)
      : unavailable(`answered ${answer.detail}`);
  }
  const meant = chosen(answer.records, asked);
  if (meant === 'none') return missing(asked, server, answer.coverage);
  if (meant === 'several')
    return { run: 'ran', outcome: 'partial', fields: [], reasons: [ANSWER_REASONS.several_records] };
  return diplomaFinding(meant, asked);
}

function missing(asked: Asked, server: RegistryServer | null, told: Coverage | null): Reading {
  const own = { from: server?.intakeFrom ?? PDDIKTI_SINCE, until: server?.intakeUntil ?? null };
  return outsideCoverage(asked.claim, told ?? own) ?? notFound();
}

/** By number; of those without numbers, by name; a single record is taken for the one asked about. */
function chosen(records: readonly DiplomaRecord[], asked: Asked): DiplomaRecord | 'none' | 'several' {
  const key = numberKey(asked.claim.number ?? '');
  const numbered = records.filter(
    ({ numbers }) => key !== '' && numbers.some((one) => numberKey(one) === key),
  );
  if (numbered.length > 0) return only(numbered);
  const [first] = records;
  if (records.length === 1 && first) return first;
  const named = records.filter(
    ({ name }) => name !== null && holderFinding([name], null, asked).verdict !== 'mismatch',
  );
  return named.length === 0 ? 'none' : only(named);
}

function only(records: readonly DiplomaRecord[]): DiplomaRecord | 'several' {
  const [first] = records;
  return records.length === 1 && first ? first : 'several';
}
