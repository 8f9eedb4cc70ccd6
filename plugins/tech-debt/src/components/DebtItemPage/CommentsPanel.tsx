import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  StateChip,
  useAction,
  useFactStyles,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState, type FormEvent } from 'react';
import { TextInput } from '../../forms';
import { useGrowingList } from '../../hooks/useGrowingList';
import { techDebtTranslationRef } from '../../translation';
import { techDebtItemTranslationRef } from '../../translations/item';
import { MarkdownText } from './MarkdownText';

const COMMENTS_AT_ONCE = 50;
const LONGEST_COMMENT = 10_000;

/** What people say of an item, the oldest first. */
export function CommentsPanel(props: { item: PricedDebtItem }) {
  const { item } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  const facts = useFactStyles();
  const api = useOpmodelApi();
  const [said, setSaid] = useState(0);
  const comments = useGrowingList(
    { key: `${item.id} ${said}`, subject: item.id },
    (cursor, signal) =>
      api.listDebtItemComments(
        item.id,
        { limit: COMMENTS_AT_ONCE, ...(cursor && { cursor }) },
        { signal },
      ),
  );
  return (
    <Panel title={t('comments.title')}>
      <QueryView
        query={comments.first}
        subject={texts('subject')}
        skeleton={<RowsSkeleton rows={2} />}
      >
        {() => (
          <>
            {comments.items.length === 0 && (
              <p className={facts.quiet}>{t('comments.none')}</p>
            )}
            <ul className={facts.list}>
              {comments.items.map(comment => (
                <li key={comment.id}>
                  <div className={facts.heading}>
                    <EntityRefLink entityRef={comment.by} />{' '}
                    <RelativeTime instant={comment.at} />
                  </div>
                  <MarkdownText text={comment.text} />
                </li>
              ))}
            </ul>
            {comments.more && (
              <ActionButton
                aria-disabled={comments.running}
                onClick={comments.more}
              >
                {t('comments.more')}
              </ActionButton>
            )}
            {comments.error && (
              <StateChip
                state="error"
                label={t('moreFailed', { message: comments.error.message })}
              />
            )}
          </>
        )}
      </QueryView>
      {item.may.comment && (
        <CommentForm
          itemId={item.id}
          onSaid={() => setSaid(count => count + 1)}
        />
      )}
    </Panel>
  );
}

function CommentForm(props: { itemId: string; onSaid: () => void }) {
  const { itemId, onSaid } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const facts = useFactStyles();
  const api = useOpmodelApi();
  const [text, setText] = useState('');
  const action = useAction(async () => {
    await api.commentOnDebtItem(itemId, { text: text.trim() });
    setText('');
  }, onSaid);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) {
      action.run();
    }
  };
  return (
    <form onSubmit={submit} noValidate style={{ marginTop: 12 }}>
      <TextInput
        multiline
        label={t('comments.label')}
        hint={t('comments.hint')}
        longest={LONGEST_COMMENT}
        value={text}
        onChange={setText}
      />
      <div role="alert">
        {action.error && (
          <StateChip
            state="error"
            label={t('comments.failed', { message: action.error.message })}
          />
        )}
      </div>
      <div className={facts.actions}>
        <ActionButton
          type="submit"
          variant="outlined"
          aria-disabled={action.running || !text.trim()}
        >
          {t('comments.submit')}
        </ActionButton>
      </div>
    </form>
  );
}
