import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  PanelSkeleton,
  QueryView,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useNavigate, useParams } from 'react-router-dom';
import { useTechDebtPaths } from '../entity/useTechDebtPaths';
import { useDebtItem } from '../hooks/debtQueries';
import { techDebtTranslationRef } from '../translation';
import { techDebtEditorTranslationRef } from '../translations/editor';
import { techDebtItemsTranslationRef } from '../translations/items';
import { draftOfItem } from './debtDraft';
import { DebtEditorForm } from './DebtEditorForm';

const SKELETON_HEIGHT = 480;

/** Changes an item with all of its fields. */
export function EditItemPage() {
  const { itemId = '' } = useParams();
  const { t } = useTranslationRef(techDebtTranslationRef);
  const { t: texts } = useTranslationRef(techDebtItemsTranslationRef);
  const { t: editor } = useTranslationRef(techDebtEditorTranslationRef);
  const navigate = useNavigate();
  const paths = useTechDebtPaths();
  const query = useDebtItem(itemId);
  const leave = () => navigate(paths?.item(itemId) ?? '..');
  return (
    <QueryView
      query={query}
      subject={t('subject')}
      skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
      notFound={
        <EmptyState
          title={texts('list.noItemTitle')}
          description={texts('list.noItemText')}
        />
      }
    >
      {item =>
        item.may.change ? (
          <DebtEditorForm
            key={item.id}
            item={item}
            begun={draftOfItem(item)}
            onSaved={leave}
            onLeave={leave}
          />
        ) : (
          <EmptyState
            state="exempt"
            title={editor('readOnly.title')}
            description={editor('readOnly.text')}
            action={
              paths && (
                <Link to={paths.item(item.id)}>{editor('readOnly.open')}</Link>
              )
            }
          />
        )
      }
    </QueryView>
  );
}
