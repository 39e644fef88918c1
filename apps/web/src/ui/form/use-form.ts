import { type FormEvent, useState } from 'react';
import { type Problem, asProblem } from '../../api/client';

/** What is wrong, by field, in the order of the page. Made anew at each render, so that it follows the language. */
export type Faults<Values> = Partial<Record<keyof Values & string, string>>;

interface FormOptions<Values> {
  initial: Values;
  /** Says what is wrong, in the reader's words; called after the first try to submit. */
  validate?: (values: Values) => Faults<Values>;
  /** Sends. A thrown Problem is shown: its fields beside theirs, the rest in the summary. */
  submit: (values: Values) => Promise<void>;
}

/** Everything a page needs of its form. */
export interface Form<Values> {
  values: Values;
  set: <Name extends keyof Values>(name: Name, value: Values[Name]) => void;
  replace: (values: Values) => void;
  /** Props for a field of `ui/form`: name, value, error, onChange. */
  field: <Name extends keyof Values & string>(name: Name) => FieldProps<Values[Name]>;
  faults: { field: string; message: string }[];
  /** A refusal that no field explains. */
  problem: Problem | null;
  isPending: boolean;
  /** Grows with each failed try: the summary takes the focus. */
  failures: number;
  onSubmit: (event: FormEvent) => void;
}

/** What a field of `ui/form` takes from its form. */
export interface FieldProps<Value> {
  name: string;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
}

/** A form that checks on submit, never on blur, keeps what was typed, and cannot be sent twice at once. */
export function useForm<Values extends object>({
  initial,
  validate,
  submit,
}: FormOptions<Values>): Form<Values> {
  const [values, setValues] = useState(initial);
  const [checked, setChecked] = useState<Values | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setPending] = useState(false);
  const [failures, setFailures] = useState(0);

  const faults = faultsOf(checked && validate ? validate(checked) : {}, problem);
  const set: Form<Values>['set'] = (name, value) => setValues((before) => ({ ...before, [name]: value }));

  async function send() {
    setChecked(values);
    setProblem(null);
    if (validate && faultsOf(validate(values), null).length > 0) return setFailures((count) => count + 1);
    setPending(true);
    try {
      await submit(values);
    } catch (error) {
      setProblem(asProblem(error));
      setFailures((count) => count + 1);
    } finally {
      setPending(false);
    }
  }

  return {
    values,
    set,
    replace: setValues,
    field: (name) => ({
      name,
      value: values[name],
      error: faults.find((fault) => fault.field === name)?.message,
      onChange: (value) => set(name, value),
    }),
    faults,
    problem: problem && problem.fields.length === 0 ? problem : null,
    isPending,
    failures,
    onSubmit: (event) => {
      event.preventDefault();
      if (!isPending) void send();
    },
  };
}

function faultsOf<Values>(found: Faults<Values>, problem: Problem | null): Form<Values>['faults'] {
  const own = Object.entries(found as Record<string, string | undefined>).flatMap(([field, message]) =>
    message ? [{ field, message }] : [],
  );
  return [...own, ...(problem?.fields ?? []).map(({ field, message }) => ({ field, message }))];
}
