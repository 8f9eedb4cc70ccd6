# syntax=docker/dockerfile:1

FROM node:24-bookworm-slim AS build
RUN npm install --global @yarnpkg/cli-dist@4.18.1
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.yarn/berry/cache \
    yarn install --immutable
RUN yarn tsc && yarn build:backend
# What the backend needs and nothing else: manifests, lock file and bundle.
RUN mkdir /portal \
    && cp package.json yarn.lock .yarnrc.yml backstage.json app-config.yaml app-config.production.yaml /portal/ \
    && mkdir /portal/examples && cp -r examples/scorecards /portal/examples/ \
    && tar -xzf packages/backend/dist/skeleton.tar.gz -C /portal \
    && tar -xzf packages/backend/dist/bundle.tar.gz -C /portal
WORKDIR /portal
RUN --mount=type=cache,target=/root/.yarn/berry/cache \
    yarn workspaces focus --all --production

FROM node:24-bookworm-slim
# The git source reads histories with the git program.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates git tini \
    && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /portal
COPY --from=build --chown=node:node /portal ./
USER node
EXPOSE 7007
HEALTHCHECK --start-period=60s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:7007/.backstage/health/v1/readiness').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--"]
CMD ["node", "packages/backend", "--config", "app-config.yaml", "--config", "app-config.production.yaml"]
