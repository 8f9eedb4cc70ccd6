import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  ActionButton,
  EntityPicker,
  Panel,
  StateChip,
  useAction,
  useFactStyles,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  debtTextLimits,
  type NewDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useState, type FormEvent } from 'react';
import { DuplicateList, useDuplicates } from '../../duplicates';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import { DebtItemLink } from '../../facts';
import { problemsByField, TextInput } from '../../forms';
import { techDebtEntityTranslationRef } from '../../translations/entity';
import { carrierKinds } from '../../words/carrierKinds';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1, 1.5),
    alignItems: 'start',
    marginTop: theme.spacing(1),
    '@media (min-width: 800px)': {
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr) auto',
    },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 40,
    fontSize: 13,
  },
}));

/** Files an item by a title and an entity. What it may be the same as is shown while it is typed, and once it is filed. */
export function QuickAdd(props: {
  /** What carries the item unless something else is chosen. */
  entityRef: string;
  onFiled: () => void;
}) {
  const { entityRef, onFiled } = props;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const api = useOpmodelApi();
  const paths = useTechDebtPaths();
  const [title, setTitle] = useState('');
  const [carrier, setCarrier] = useState<string | undefined>(entityRef);
  const [tried, setTried] = useState(false);
  const carriers = carrier === undefined ? [] : [carrier];
  const duplicates = useDuplicates(title, carriers);
  const action = useAction(async (body: NewDebtItem) => {
    const filed = await api.createDebtItem(body);
    setTitle('');
    setTried(false);
    return filed;
  }, onFiled);
  const refused = problemsByField(action.error, ['title', 'entityRefs']);
  const isElsewhere = Object.keys(refused).length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() && carrier) {
      action.run({ title: title.trim(), entityRefs: [carrier] });
    }
  };
  return (
    <Panel title={t('add.title')}>
      <form onSubmit={submit} noValidate aria-label={t('add.title')}>
        <div className={classes.fields}>
          <TextInput
            required
            label={t('add.itemTitle')}
            longest={debtTextLimits.title}
            value={title}
            problem={
              tried && !title.trim() ? t('add.missingTitle') : refused.title
            }
            onChange={setTitle}
          />
          <EntityPicker
            required
            label={t('add.on')}
            kinds={carrierKinds}
            value={carrier}
            problem={
              tried && !carrier ? t('add.missingEntity') : refused.entityRefs
            }
            onChange={setCarrier}
          />
          <div className={classes.actions}>
            <ActionButton
              type="submit"
              variant="contained"
              color="primary"
              aria-disabled={action.running}
            >
              {t('add.submit')}
            </ActionButton>
            {paths && (
              <Link to={paths.newItem({ title, entityRef: carrier })}>
                {t('add.more')}
              </Link>
            )}
          </div>
        </div>
      </form>
      <div role="status">
        {duplicates.data && (
          <DuplicateList
            title={t('duplicates.title')}
            duplicates={duplicates.data.duplicates}
            unread={duplicates.data.unread}
          />
        )}
        {action.error && isElsewhere && (
          <StateChip
            state="error"
            label={t('add.failed', { message: action.error.message })}
          />
        )}
        {action.result && !title && (
          <>
            <p className={facts.text}>
              <StateChip
                state="good"
                label={t('add.filed', { title: action.result.item.title })}
              />{' '}
              <DebtItemLink amongWords itemId={action.result.item.id}>
                {action.result.item.title}
              </DebtItemLink>
            </p>
            <DuplicateList
              title={t('duplicates.filedTitle')}
              duplicates={action.result.duplicates}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
