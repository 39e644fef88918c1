import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CheckReview } from './check/check-review.entity';
import { Check } from './check/check.entity';
import { Checks } from './check/check-requests.service';
import { CredentialFacts } from './check/credential-facts.queries';
import { CredentialEvidence } from './credential/credential-evidence.entity';
import { Credential } from './credential/credential.entity';
import { TrustedIssuer } from './issuer/trusted-issuer.entity';
import { RegisterEntry } from './register/register-entry.entity';
import { RegisterImportChunk } from './register/register-import-chunk.entity';
import { RegisterImport } from './register/register-import.entity';
import { Register } from './register/register.entity';
import { CheckSources } from './source/check-sources';

/** What people claim, what shows it, and what sources say of it. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Credential,
      CredentialEvidence,
      Check,
      CheckReview,
      Register,
      RegisterImport,
      RegisterImportChunk,
      RegisterEntry,
      TrustedIssuer,
    ]),
  ],
  providers: [Checks, CheckSources, CredentialFacts],
  exports: [Checks, CredentialFacts],
})
export class CredentialsModule {}
