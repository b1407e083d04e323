import { type Invitation, invitationTakeSchema } from '@matchwatch/contracts';
import { roleLabel } from '@matchwatch/words';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { failureKind, failureText } from '../http/problem.js';
import { useApi } from '../http/use-api.js';
import { useText } from '../i18n/use-text.js';
import { authProvider } from '../session/auth-provider.js';
import { SecondStepNeeded, signInApi } from '../session/sign-in-api.js';
import type { SignInState } from '../session/sign-in-page.js';
import { Wordmark } from '../shell/wordmark.js';
import { FormBody, FormRefusal } from '../surface/form/form-body.js';
import { FormField } from '../surface/form/form-field.js';
import { useForm } from '../surface/form/use-form.js';
import { usePageTitle } from '../surface/page-heading.js';

/** Where a one-time link leads: a person chooses a password, or sets the school up, and is signed in. */
export function JoinPage() {
  const t = useText();
  const api = useApi();
  usePageTitle(t('join.tab'));
  // After the #, so that it reaches no server but by the body of a request.
  const token = useLocation().hash.slice(1);
  const { data, error, isPending } = useQuery<Invitation>({
    queryKey: ['invitation'],
    queryFn: () => api.lookAtInvitation(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Box component="main" sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2 }}>
      <Box sx={{ width: '100%', maxWidth: 420 }}>
        <Box sx={{ mb: '28px' }}>
          <Wordmark size={18} />
        </Box>
        {isPending && (
          <Typography role="status" sx={{ color: 'var(--mute)' }}>
            {t('join.checking')}
          </Typography>
        )}
        {error && <Gone error={error} />}
        {data && <JoinForm invitation={data} token={token} />}
      </Box>
    </Box>
  );
}

function Gone({ error }: { error: unknown }) {
  const t = useText();
  const known = failureKind(error) === 'not-found';
  return (
    <>
      <Typography variant="h1" sx={{ mb: '6px' }}>
        {known ? t('join.gone.title') : t(`failure.${failureKind(error)}.title`)}
      </Typography>
      <Typography sx={{ color: 'var(--mute)', mb: '18px' }}>{known ? t('join.gone.text') : failureText(error, t)}</Typography>
      <Button component={Link} to="/login" variant="outlined">
        {t('join.gone.signIn')}
      </Button>
    </>
  );
}

const empty = { schoolName: '', name: '', email: '', password: '' };

function JoinForm({ invitation, token }: { invitation: Invitation; token: string }) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const setsUp = invitation.kind === 'setup';
  const form = useForm(empty);
  const { field } = form;
  const { schoolName, name, email, password } = form.values;
  const { data: ways } = useQuery({ queryKey: ['session', 'ways'], queryFn: signInApi.getWaysIn, staleTime: Number.POSITIVE_INFINITY });
  // Known only once the question was answered; the field stands there until then.
  const byPassword = ways?.password ?? true;

  const submit = async () => {
    const take = {
      token,
      ...(byPassword && { password }),
      ...(setsUp && { setup: { schoolName, name, email: email.trim() } }),
    };
    await api.takeInvitation(invitationTakeSchema.parse(take));
    if (!byPassword) return window.location.assign('/login');
    try {
      await authProvider.login({ email: setsUp ? email.trim() : (invitation.email ?? ''), password });
    } catch (error) {
      if (error instanceof SecondStepNeeded) return void navigate('/login', { state: { step: error.next } satisfies SignInState });
      throw error;
    }
    // A new page: this one has learnt that nobody is signed in, and would remember it.
    window.location.assign('/');
  };

  return (
    <FormBody form={form} onSubmit={submit}>
      <Typography variant="h1" sx={{ mb: '6px' }}>
        {setsUp ? t('join.setup') : t('join.welcome', { name: invitation.name ?? '' })}
      </Typography>
      <Typography sx={{ color: 'var(--mute)', mb: '18px' }}>
        {setsUp || invitation.role === null
          ? t('join.setupText')
          : t('join.as', { role: roleLabel(invitation.role), school: invitation.schoolName, email: invitation.email ?? '' })}
      </Typography>
      <FormRefusal form={form} />
      {setsUp && (
        <>
          <FormField {...field('schoolName')} label={t('join.schoolName')} />
          <FormField {...field('name')} label={t('join.name')} autoComplete="name" />
          <FormField {...field('email')} label={t('join.email')} type="email" autoComplete="username" />
        </>
      )}
      {byPassword && (
        <FormField
          {...field('password')}
          label={t('join.password')}
          help={t('join.passwordHelp')}
          type="password"
          autoComplete="new-password"
        />
      )}
      <Button type="submit" variant="contained" fullWidth disabled={form.busy} sx={{ mt: '14px', height: 42 }}>
        {t(form.busy ? 'join.busy' : byPassword ? 'join.submit' : 'join.submitOnly')}
      </Button>
    </FormBody>
  );
}
