import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { SxProps } from '@mui/material/styles';
import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Form } from './use-form.js';

interface FormBodyProps<V> {
  form: Form<V>;
  onSubmit: () => Promise<unknown>;
  children: ReactNode;
  sx?: SxProps;
}

/** A form of the page: sends on Enter, and takes whoever sent it to what is wrong. */
export function FormBody<V>({ form, onSubmit, children, sx }: FormBodyProps<V>) {
  const element = useRef<HTMLFormElement>(null);
  const { refused } = form;
  useEffect(() => {
    if (refused > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]:not([aria-hidden="true"])')?.focus();
  }, [refused]);
  return (
    <Box
      component="form"
      noValidate
      ref={element}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // What a portal draws above a form bubbles through it.
        event.stopPropagation();
        void form.send(onSubmit);
      }}
      {...(sx && { sx })}
    >
      {children}
    </Box>
  );
}

/** Why what was sent was refused, as far as no field says so. */
export function FormRefusal<V>({ form }: { form: Form<V> }) {
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  // Known only when all fields were drawn.
  useLayoutEffect(() => {
    const told = form.refusals();
    setRefusals((before) => (before.join('\n') === told.join('\n') ? before : told));
  }, [form]);
  if (refusals.length === 0) return null;
  return (
    <Alert severity="error" variant="outlined" sx={{ mb: '10px' }}>
      {refusals.map((refusal) => (
        <div key={refusal}>{refusal}</div>
      ))}
    </Alert>
  );
}
