import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorState } from '../ui/error-state';

/** A page that could not be shown: the refusal in plain words and a way on. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} onRetry={reset} asPage />;
}
