import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Attestation,
  AttestationKind,
  AttestationList,
  NewAttestation,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  QueryView,
  RowsSkeleton,
  SegmentedButtons,
  TextLines,
  useAction,
  useFactStyles,
  useFormats,
  useOpmodelApi,
  useQueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { fieldOfError } from '../forms/fieldOfError';
import { TextInput } from '../forms/TextInput';
import { today } from '../forms/today';
import { LastAttestation } from './LastAttestation';
import { scorecardAttestationsTranslationRef } from './translation';

const SKELETON_ROWS = 4;
const fields = ['comment', 'expiresOn', 'holds'] as const;

/** Props of {@link AttestDialog}. */
export interface AttestDialogProps {
  entityRef: string;
  entityTitle: string;
  /** Name of what is vouched for, as the check says. */
  attestation: string;
  onClose: () => void;
  /** Called with what was vouched for, before the dialog closes. */
  onAttested: (attestation: Attestation) => void;
}

/** Vouches for something of an entity until a day. What was said last stands above. */
export function AttestDialog(props: AttestDialogProps) {
  const { entityRef, entityTitle, attestation: name } = props;
  const { t } = useTranslationRef(scorecardAttestationsTranslationRef);
  const api = useOpmodelApi();
  const query = useQueryState({
    key: entityRef,
    subject: entityRef,
    request: signal => api.listAttestations(entityRef, { signal }),
  });
  const kind = query.data?.kinds.find(one => one.name === name);
  return query.data?.mayAttest && kind ? (
    <AttestForm {...props} kind={kind} list={query.data} />
  ) : (
    <FormDialog
      title={t('title', { what: kind?.title ?? name, entity: entityTitle })}
      text=""
      submitLabel={t('close')}
      running={false}
      onSubmit={props.onClose}
      onClose={props.onClose}
    >
      <QueryView
        query={query}
        subject={t('subject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {() => <p>{t(kind ? 'notAllowed' : 'unknown')}</p>}
      </QueryView>
    </FormDialog>
  );
}

function AttestForm(
  props: AttestDialogProps & { kind: AttestationKind; list: AttestationList },
) {
  const { entityRef, entityTitle, kind, list, onClose, onAttested } = props;
  const { t } = useTranslationRef(scorecardAttestationsTranslationRef);
  const api = useOpmodelApi();
  const formats = useFormats();
  const facts = useFactStyles();
  const [holds, setHolds] = useState<'yes' | 'no'>('yes');
  const [comment, setComment] = useState('');
  const [expiresOn, setExpiresOn] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async (body: NewAttestation) =>
      onAttested(await api.attest(entityRef, body)),
    onClose,
  );
  const latest = DateTime.utc().plus({ days: kind.maximumDays }).toISODate();
  const dayProblem = problemOfDay(expiresOn, latest);
  const refused = fieldOfError(action.error, fields);
  const said = (field: (typeof fields)[number]) =>
    refused === field ? action.error?.message : undefined;
  const submit = () => {
    setTried(true);
    if (comment.trim() && dayProblem === undefined) {
      action.run({
        name: kind.name,
        holds: holds === 'yes',
        comment: comment.trim(),
        ...(expiresOn && { expiresOn }),
      });
    }
  };
  return (
    <FormDialog
      title={t('title', { what: kind.title, entity: entityTitle })}
      text={[kind.description, t('text')].filter(Boolean).join(' ')}
      submitLabel={t('submit')}
      running={action.running}
      error={refused === undefined ? action.error : undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <LastAttestation
        attestation={list.items.find(({ name }) => name === kind.name)}
      />
      <div className={`${facts.list} ${facts.line}`}>
        <span>{t('holds')}</span>
        <SegmentedButtons<'yes' | 'no'>
          label={t('holds')}
          value={holds}
          options={[
            { id: 'yes', label: t('yes') },
            { id: 'no', label: t('no') },
          ]}
          onChange={setHolds}
        />
      </div>
      <TextLines
        required
        label={t('comment')}
        value={comment}
        problem={
          tried && !comment.trim() ? t('commentMissing') : said('comment')
        }
        onChange={setComment}
      />
      <TextInput
        type="date"
        label={t('expiresOn')}
        value={expiresOn}
        hint={t('expiresHint', { days: formats.count(kind.maximumDays) })}
        problem={
          dayProblem
            ? t(dayProblem, { day: formats.day(latest) })
            : said('expiresOn')
        }
        onChange={setExpiresOn}
      />
    </FormDialog>
  );
}

/** Why it cannot hold until a day; undefined: it can. */
function problemOfDay(
  day: string,
  latest: string,
): 'expiresPast' | 'expiresLate' | undefined {
  if (day === '') {
    return undefined;
  }
  if (day < today()) {
    return 'expiresPast';
  }
  return day > latest ? 'expiresLate' : undefined;
}
