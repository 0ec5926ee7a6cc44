# The watch in a container: `docker build -t watchword .`, then compose.yaml, or
#   docker run -v watchword:/var/lib/watchword -v "$PWD/config:/etc/watchword:ro" -p 127.0.0.1:4200:4200 watchword
FROM python:3.11-slim-bookworm AS build

WORKDIR /opt/watchword
COPY requirements.lock pyproject.toml ./
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY . .
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e . \
    && .venv/bin/python -P -m flows.server.prefect_database \
    && .venv/bin/python -P -m extractors.pages.metadata.language_model \
    && .venv/bin/python -P -m compileall -q alerts cli core desk extractors flows matching storage

FROM python:3.11-slim-bookworm

RUN groupadd --gid 10001 watchword \
    && useradd --uid 10001 --gid 10001 --home-dir /var/lib/watchword --no-create-home --shell /usr/sbin/nologin watchword \
    && install -d -o 10001 -g 10001 -m 0700 /var/lib/watchword
COPY --from=build /opt/watchword /opt/watchword
ENV PATH=/opt/watchword/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    WATCHWORD_CONFIG_DIR=/etc/watchword \
    WATCHWORD_DATA_DIR=/var/lib/watchword
USER 10001:10001
WORKDIR /var/lib/watchword
VOLUME /var/lib/watchword
HEALTHCHECK --interval=2m --timeout=20s --start-period=5m CMD ["watchword", "doctor", "--quick"]
ENTRYPOINT ["watchword"]
CMD ["up"]
