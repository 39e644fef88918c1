import { useQuery } from '@tanstack/react-query';
import { InstitutionPanel } from './institution-panel';
import { attestationsQuery, type Checked } from './attestation.api';
import { VerificationPanel } from './verification-panel';

/** What an officer can do about a check beside its source: ask the institution, or verify by himself. */
export function OfficerTools({ check, applicationId }: { check: Checked; applicationId: string }) {
  const { data } = useQuery(attestationsQuery(applicationId, check.originType));
  const questions = (data ?? []).filter(({ credentialId }) => credentialId === check.credentialId);
  return (
    <>
      <InstitutionPanel check={check} applicationId={applicationId} questions={questions} />
      <VerificationPanel check={check} applicationId={applicationId} />
    </>
  );
}
