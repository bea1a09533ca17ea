#!/bin/sh
# Runs once, when the database is made: the user that Khéo signs in as. It acts as `kheo_app`, which may only add to the
# log and read it; `kheo migrate` gives that role its rights.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set password="$(cat /run/secrets/kheo_db_password)" <<'SQL'
CREATE ROLE kheo_app NOLOGIN;
CREATE ROLE kheo LOGIN PASSWORD :'password' IN ROLE kheo_app;
SQL
