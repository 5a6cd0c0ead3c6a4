#!/usr/bin/env bash
# Makes the databases and roles of one cluster, the first time it starts. For each name in MELDSPOOR_DATABASES (cases,
# reporting, notifications): database meldspoor_NAME, role NAME_owner for the migrations, role NAME_service for the
# service. Passwords come from NAME_OWNER_PASSWORD and NAME_SERVICE_PASSWORD, in capitals.
set -euo pipefail

for name in $MELDSPOOR_DATABASES; do
  owner_password=${name^^}_OWNER_PASSWORD
  service_password=${name^^}_SERVICE_PASSWORD
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v database="meldspoor_$name" -v owner="${name}_owner" -v service="${name}_service" \
    -v owner_password="${!owner_password}" -v service_password="${!service_password}" <<'SQL'
create role :"owner" login password :'owner_password';
-- a migration may take longer than a service's transaction
alter role :"owner" set transaction_timeout = 0;
create role :"service" login password :'service_password';
create database :"database" owner :"owner";
revoke all on database :"database" from public;
grant connect on database :"database" to :"service";
SQL
done
