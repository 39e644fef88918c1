/** The SQLSTATE of a failed statement, whether it came through TypeORM or from the driver; undefined for other errors. */
export function postgresCode(error: unknown): string | undefined {
  const source = driverError(error);
  return typeof source?.code === 'string' ? source.code : undefined;
}

/** Whether the statement failed on the named constraint (unique 23505, foreign key 23503, check 23514, exclusion 23P01). */
export function violates(error: unknown, constraint: string): boolean {
  return driverError(error)?.constraint === constraint;
}

function driverError(error: unknown): { code?: unknown; constraint?: unknown } | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const wrapped = (error as { driverError?: unknown }).driverError;
  return (typeof wrapped === 'object' && wrapped !== null ? wrapped : error) as {
    code?: unknown;
    constraint?: unknown;
  };
}
