import { entityOf } from '../testing/catalog';
import { entityLinks } from './entityLinks';

function linksOf(annotations: Record<string, string>, ref = 'group:default/a') {
  return entityLinks(entityOf(ref, { annotations }), annotations).map(
    ({ system, externalId, path }) =>
      `${system} ${externalId}${path ? ` in ${path}` : ''}`,
  );
}

describe('entityLinks', () => {
  it('reads the annotations of the ecosystem', () => {
    expect(
      linksOf({
        'pagerduty.com/service-id': 'P123',
        'pagerduty.com/integration-key': 'k1',
        'jira/project-key': 'SHOP',
        'argocd/app-name': 'cart-prod',
        'sonarqube.org/project-key': 'main/cart',
        'snyk.io/project-ids': 'a1, b2 ,',
        'gitlab.com/project-id': '42',
      }),
    ).toEqual([
      'gitlab 42',
      'pagerduty-service P123',
      'pagerduty-integration k1',
      'jira SHOP',
      'argocd cart-prod',
      'sonarqube main/cart',
      'snyk a1',
      'snyk b2',
    ]);
  });

  it('knows a repository by its slug and its folder', () => {
    expect(
      linksOf({
        'github.com/project-slug': 'Acme/Shop',
        'opmodel.io/path': './services/cart/',
      }),
    ).toEqual([
      'git github.com/acme/shop in services/cart',
      'github acme/shop in services/cart',
    ]);
  });

  it('knows a repository and a folder by the source location', () => {
    expect(
      linksOf({
        'backstage.io/source-location':
          'url:https://gitlab.example.com/shop/web/-/tree/main/cart/',
      }),
    ).toEqual([
      'git gitlab.example.com/shop/web in cart',
      'gitlab shop/web in cart',
    ]);
  });

  it('brings the slug and the real host together', () => {
    expect(
      linksOf({
        'github.com/project-slug': 'acme/shop',
        'backstage.io/source-location':
          'url:https://github.example.com/Acme/Shop/tree/main/',
      }),
    ).toEqual([
      'git github.com/acme/shop',
      'github acme/shop',
      'git github.example.com/acme/shop',
    ]);
  });

  it('does not take a repository of descriptor files for the source', () => {
    expect(
      linksOf({
        'github.com/project-slug': 'acme/cart',
        'backstage.io/source-location':
          'url:https://github.com/acme/software-catalog/tree/main/carts/',
      }),
    ).toEqual(['git github.com/acme/cart', 'github acme/cart']);
  });

  it('lets an explicit root folder win over the source location', () => {
    expect(
      linksOf({
        'opmodel.io/path': '/',
        'backstage.io/source-location':
          'url:https://git.example.com/acme/shop/src/branch/main/cart/',
      }),
    ).toEqual(['git git.example.com/acme/shop']);
  });

  it.each(['file:/srv/catalog', 'url:nonsense', 'dir:.', ''])(
    'finds no repository in %p',
    location => {
      expect(linksOf({ 'backstage.io/source-location': location })).toEqual([]);
    },
  );

  it('knows what can be deployed by the short forms of its name', () => {
    expect(linksOf({}, 'component:Shop/Cart')).toEqual([
      'name component:cart',
      'name component:shop/cart',
      'name cart',
      'name shop/cart',
    ]);
    expect(linksOf({}, 'system:default/shop')).toEqual([
      'name system:shop',
      'name system:default/shop',
    ]);
    expect(linksOf({}, 'user:default/ada')).toEqual([]);
  });

  it('gives a document nothing of the repository that it lies in', () => {
    const annotations = {
      'backstage.io/source-location':
        'url:https://gitlab.example.com/shop/web/-/tree/main/',
      'github.com/project-slug': 'shop/web',
    };
    const service = entityOf('service:default/web', { annotations });
    expect(entityLinks(service, annotations)).not.toEqual([]);
    expect(
      entityLinks({ ...service, apiVersion: 'openslo/v1' }, annotations),
    ).toEqual([]);
    expect(linksOf(annotations, 'errorbudgetpolicy:default/web')).toEqual([]);
  });
});
