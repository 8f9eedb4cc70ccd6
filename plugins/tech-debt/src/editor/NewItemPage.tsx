import { useNavigate, useSearchParams } from 'react-router-dom';
import { useTechDebtPaths } from '../entity/useTechDebtPaths';
import { emptyDraft } from './debtDraft';
import { DebtEditorForm } from './DebtEditorForm';

/** Files an item with all of its fields. The URL may say its title and what carries it. */
export function NewItemPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const paths = useTechDebtPaths();
  return (
    <DebtEditorForm
      begun={emptyDraft({
        title: params.get('title') ?? '',
        entityRefs: params.getAll('entity'),
      })}
      onSaved={({ id }) => navigate(paths?.item(id) ?? '..')}
      onLeave={() => navigate(-1)}
    />
  );
}
