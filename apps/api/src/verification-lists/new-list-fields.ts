import { validationPipe } from '../http/validation';
import { NewListFields } from './verification-list.dto';

const FIELDS = ['groupId', 'name', 'authority', 'profession'] as const;

/** The fields of an upload that come before its file. @throws request.invalid */
export function newListFields(parts: Readonly<Record<string, unknown>>): Promise<NewListFields> {
  const values = Object.fromEntries(
    FIELDS.map((field) => [field, (parts[field] as { value?: unknown } | undefined)?.value]),
  );
  return validationPipe().transform(values, { type: 'body', metatype: NewListFields });
}
