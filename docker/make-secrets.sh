#!/bin/sh
# Makes the secrets of compose.yaml and compose.single.yaml, each once, in docker/secrets (which git ignores). What is
# there stays as it is: remove a file to have it made again. Needs openssl.
#
#   docker/make-secrets.sh [name that people type in the browser, localhost unless told]
set -eu

name=${1:-localhost}
folder=$(dirname "$0")/secrets
mkdir -p "$folder"
# Only you may enter the folder. The files are for everybody, since each container reads its own as a user of its own.
chmod 700 "$folder"
cd "$folder"
umask 022

keep() { # file: writes what stands on the input, unless the file is there
  if [ -s "$1" ]; then cat >/dev/null; else cat >"$1.part" && mv "$1.part" "$1" && echo "made $1"; fi
}
password() { openssl rand -hex 24; }

for secret in postgres_password kheo_db_password redis_password eventstore_admin_password eventstore_ops_password \
  eventstore_kheo_password; do
  password | keep "$secret"
done

postgres=$(cat postgres_password)
kheo_db=$(cat kheo_db_password)
redis=$(cat redis_password)
eventstore=$(cat eventstore_kheo_password)

echo "postgres://postgres:$postgres@postgres:5432/kheo" | keep database_admin_url
echo "postgres://kheo:$kheo_db@postgres:5432/kheo?options=-c%20role%3Dkheo_app" | keep database_url
echo "redis://:$redis@redis:6379" | keep redis_url
echo "smtp://mail:1025" | keep smtp_url
nodes=eventstore-1:2113,eventstore-2:2113,eventstore-3:2113
echo "esdb://kheo:$eventstore@$nodes?tls=true&tlsCAFile=/eventstore-ca/ca.crt" | keep eventstore_url

# For a trial. Put the certificate of your own office here instead: web.crt with the chain, and web.key.
if [ ! -s web.key ] || [ ! -s web.crt ]; then
  case $name in *[!0-9.]*) san=DNS:$name ;; *) san=IP:$name ;; esac
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 365 -subj "/CN=$name" \
    -addext "subjectAltName=$san" -keyout web.key -out web.crt 2>/dev/null
  chmod 644 web.key
  echo "made web.crt and web.key for $name (self-signed)"
fi
