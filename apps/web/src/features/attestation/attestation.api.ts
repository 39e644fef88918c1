import { queryOptions } from '@tanstack/react-query';
import { type Schema, api, call, idempotent } from '../../api/client';

export type OpenAttestation = Schema<'OpenAttestationView'>;
export type Receipt = Schema<'AttestationReceiptView'>;
export type Word = Schema<'AttestationAnswerDto'>;
export type Attestation = Schema<'AttestationView'>;
export type InstitutionDomain = Schema<'InstitutionDomainView'>;
export type Rule = Schema<'VerificationRuleView'>;

/** What a link asks about. Asked once: reading again on every focus would only use up the network's share. */
export const openAttestationQuery = (token: string) =>
  queryOptions({
    queryKey: ['attestation', token],
    queryFn: () =>
      call<OpenAttestation>(
        api.GET('/api/public/attestation', { params: { header: { 'attestation-token': token } } }),
      ),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

export const answerAttestation = (token: string, body: Word) =>
  call<Receipt>(
    api.POST('/api/public/attestation/answer', {
      params: { header: { 'attestation-token': token } },
      body,
    }),
  );

/** The questions to institutions in one application. */
export const attestationsQuery = (applicationId: string, originType = 'application') =>
  queryOptions({
    queryKey: ['attestations', applicationId],
    queryFn: () =>
      call<Attestation[]>(
        api.GET('/api/attestations', {
          params: {
            query: {
              originType: originType === 'renewal' ? 'renewal' : 'application',
              originId: applicationId,
            },
          },
        }),
      ),
  });

export const askInstitution = (checkId: string, body: Schema<'NewAttestationDto'>, key: string) =>
  call<Attestation>(
    api.POST('/api/checks/{id}/attestations', {
      params: { path: { id: checkId } },
      body,
      headers: idempotent(key),
    }),
  );

export const renewAttestation = (id: string, body: Schema<'NewAttestationDto'>, key: string) =>
  call<Attestation>(
    api.POST('/api/attestations/{id}/renewals', {
      params: { path: { id } },
      body,
      headers: idempotent(key),
    }),
  );

export const withdrawAttestation = (id: string, reason: string) =>
  call<Attestation>(
    api.POST('/api/attestations/{id}/withdrawal', { params: { path: { id } }, body: { reason } }),
  );

export type Checked = Schema<'CredentialCheckView'>;
export type Verification = Schema<'VerificationView'>;
export type NewVerification = Schema<'NewVerificationDto'>;

export const METHODS = [
  'telephone',
  'letter',
  'original_seen',
  'video_call',
  'email_to_institution',
] as const;
export const OUTCOMES = [
  'match',
  'partial',
  'mismatch',
  'not_found',
  'expired',
  'revoked',
  'suspended',
] as const;

/** What officers verified by themselves about one check. */
export const verificationsQuery = (checkId: string) =>
  queryOptions({
    queryKey: ['verifications', checkId],
    queryFn: () =>
      call<Verification[]>(api.GET('/api/checks/{id}/verifications', { params: { path: { id: checkId } } })),
  });

export const recordVerification = (checkId: string, body: NewVerification, key: string) =>
  call<Schema<'MadeView'>>(
    api.POST('/api/checks/{id}/verifications', {
      params: { path: { id: checkId } },
      body,
      headers: idempotent(key),
    }),
  );

export const readVerification = (id: string, body: Schema<'VerificationReadingDto'>) =>
  call<unknown>(api.POST('/api/verifications/{id}/readings', { params: { path: { id } }, body }));
