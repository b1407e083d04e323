import { findingLevels, isDay, type NumberKind, seasonLineYears, type ValueKind } from '@matchwatch/domain';
import { choiceText, findingLevelLabel, policyFieldLabel, seasonLineYearText, seasonMarkLabel, sentenceCase } from '@matchwatch/words';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LiveDayField } from '../surface/form/live-day-field.js';

interface ValueInputProps {
  kind: ValueKind;
  label: string;
  value: unknown;
  error: boolean;
  onChange: (value: unknown) => void;
}

/** The editor of one value, as its kind asks for; what cannot be read is handed on as null, for the library to find. */
export function ValueInput(props: ValueInputProps) {
  const { kind, value, onChange } = props;
  const t = useText();
  switch (kind.type) {
    case 'number':
      return <NumberInput {...props} kind={kind} />;
    case 'level':
      return <Choice {...props} options={findingLevels.map((level) => ({ value: level, name: findingLevelLabel(level) }))} />;
    case 'day':
      return <DayInput {...props} />;
    case 'month-day':
      return <MonthDayInput {...props} />;
    case 'season-line': {
      const line = isObject(value) ? value : {};
      return (
        <Row>
          <MonthDayInput {...props} value={line.on} onChange={(on) => onChange({ ...line, on })} />
          <Choice
            {...props}
            label={t('policy.version.year')}
            value={line.year}
            options={seasonLineYears.map((year) => ({ value: year, name: sentenceCase(seasonLineYearText(year)) }))}
            onChange={(year) => onChange({ ...line, year })}
          />
        </Row>
      );
    }
    case 'choice':
      return (
        <Choice
          {...props}
          options={kind.options.map((option) => ({ value: option, name: sentenceCase(choiceText(kind.of, option)) }))}
          none={kind.optional ? t('policy.version.none') : undefined}
        />
      );
    case 'choices':
      return (
        <Autocomplete
          multiple
          disableCloseOnSelect
          options={kind.options}
          value={Array.isArray(value) ? (value as string[]) : []}
          getOptionLabel={(option) => sentenceCase(choiceText(kind.of, option))}
          onChange={(_event, next) => onChange(kind.options.filter((option) => next.includes(option)))}
          renderInput={(input) => <TextField {...input} label={props.label} error={props.error} />}
        />
      );
    case 'numbers':
      return <NumbersInput {...props} />;
    case 'range': {
      const range = isObject(value) ? value : {};
      return (
        <Row>
          {kind.ends.map((end, i) => (
            <NumberInput
              key={end}
              {...props}
              kind={kind.each}
              label={`${props.label} ${policyFieldLabel(end)}`}
              value={range[end]}
              placeholder={kind.open && i === 1 ? t('policy.version.noUpperEnd') : undefined}
              onChange={(next) => onChange({ ...range, [end]: next })}
            />
          ))}
        </Row>
      );
    }
    case 'fields': {
      const fields = isObject(value) ? value : {};
      const names = Object.keys(kind.fields);
      // Nothing in any field says that nothing is known, where that may be said.
      const told = (next: Record<string, unknown>) =>
        kind.optional && names.every((name) => next[name] === null || next[name] === undefined) ? null : next;
      return (
        <Row>
          {names.map((name) => (
            <NumberInput
              key={name}
              {...props}
              kind={kind.fields[name] as NumberKind}
              label={`${props.label} ${policyFieldLabel(name)}`}
              value={fields[name]}
              placeholder={kind.optional ? t('policy.version.unknown') : undefined}
              onChange={(next) => onChange(told({ ...Object.fromEntries(names.map((each) => [each, 0])), ...fields, [name]: next }))}
            />
          ))}
        </Row>
      );
    }
    case 'calendar': {
      const days = isObject(value) ? value : {};
      return (
        <Row>
          {kind.marks.map((mark) => (
            <DayInput
              key={mark}
              {...props}
              label={seasonMarkLabel(mark)}
              value={days[mark]}
              onChange={(day) => onChange({ ...days, [mark]: day })}
            />
          ))}
        </Row>
      );
    }
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const Row = ({ children }: { children: React.ReactNode }) => (
  <Box sx={{ display: 'grid', gap: '0 12px', gridTemplateColumns: 'repeat(auto-fill, minmax(170px, 1fr))' }}>{children}</Box>
);

interface NumberInputProps extends ValueInputProps {
  kind: NumberKind;
  placeholder?: string | undefined;
}

function NumberInput({ kind, label, value, error, placeholder, onChange }: NumberInputProps) {
  return (
    <TextField
      type="number"
      label={label}
      value={typeof value === 'number' ? value : ''}
      error={error}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      helperText={`${kind.min}–${kind.max} ${kind.unit}`}
      slotProps={{
        htmlInput: { min: kind.min, max: kind.max, step: kind.step },
        inputLabel: placeholder === undefined ? {} : { shrink: true },
      }}
    />
  );
}

interface ChoiceProps extends Omit<ValueInputProps, 'kind'> {
  options: readonly { value: string; name: string }[];
  none?: string | undefined;
}

function Choice({ label, value, error, options, none, onChange }: ChoiceProps) {
  return (
    <TextField
      select
      label={label}
      value={typeof value === 'string' ? value : ''}
      error={error}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: none !== undefined }, inputLabel: none === undefined ? {} : { shrink: true } }}
    >
      {none !== undefined && <MenuItem value="">{none}</MenuItem>}
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function DayInput({ label, value, error, onChange }: Omit<ValueInputProps, 'kind'>) {
  return <LiveDayField label={label} value={isDay(value) ? value : ''} wrong={error ? '' : undefined} onChange={onChange} />;
}

// A leap year lets every day of a year be picked by the calendar of the browser.
const leapYear = '2000';

function MonthDayInput({ label, value, error, onChange }: Omit<ValueInputProps, 'kind'>) {
  const day = `${leapYear}-${String(value)}`;
  return (
    <LiveDayField
      label={label}
      value={isDay(day) ? day : ''}
      wrong={error ? '' : undefined}
      min={`${leapYear}-01-01`}
      max={`${leapYear}-12-31`}
      onChange={(picked) => onChange(picked.slice(5))}
    />
  );
}

/** Numbers in one line; what is typed stays as it is typed. */
function NumbersInput({ label, value, error, onChange }: ValueInputProps) {
  const t = useText();
  const [text, setText] = useState(Array.isArray(value) ? value.join(', ') : '');
  return (
    <TextField
      label={label}
      value={text}
      error={error}
      helperText={t('policy.version.numbers')}
      onChange={(event) => {
        setText(event.target.value);
        const parts = event.target.value.split(',').map((part) => part.trim());
        onChange(
          parts.length === 1 && parts[0] === ''
            ? []
            : parts.map((part) => (part === '' ? Number.NaN : Number(part))).map((n) => (Number.isNaN(n) ? null : n)),
        );
      }}
    />
  );
}
