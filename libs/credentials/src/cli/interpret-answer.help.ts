/** `interpret-answer --help`. */
export const INTERPRET_USAGE = `Usage: npm run --silent interpret-answer -- --source ID --claim JSON [--at DATE] [--status CODE] FILE

Reads a stored answer of a registry again, by the code that reads live answers, and prints one JSON object:
  {"source","run","outcome","fields":[{"field","claimed","answered","result","score"}],"reasons":[…]}

  run      ran | not_covered (period, profession, country) | unavailable | refused
  outcome  match | partial | mismatch | not_found | expired | revoked | suspended; null unless it ran
  result   match | review (a person looks) | mismatch | absent (one side says nothing)
Exit code 0 whatever the outcome, 2 for what cannot be read.

Sources (--source), with the answers they read:
  npi_registry       NPPES 2.1, as its API sends it (also: nppes)
  satusehat          FHIR R4 searchset, Practitioner or OperationOutcome; the claim's nationalId is compared
  fhir_practitioner  the same of any FHIR R4 server, by number (also: fhir)
  diploma_register   PDDikti or PISN: graduate, search, institution, programme (also: pddikti, pisn)

Claim (--claim), inline or the path of a file; all but holderName may be absent, dates are YYYY-MM-DD:
  {"kind":"licence|certification|education|experience","holderName":"Ana Lestari","birthDate":"1990-05-01",
   "number":"…","authority":"…","profession":"…","validFrom":"…","validUntil":"…","nationalId":"…",
   "institution":"…","field":"…","title":"…","level":6,"startedOn":"2016-09-01","endedOn":"2020-08-31"}
Keys in snake_case, and name, npi, nik, intake_year, graduation_year are understood as well.

  --at DATE      the day for which validity is judged; today by default
  --status CODE  the HTTP status that came with the answer; 200 by default
`;
