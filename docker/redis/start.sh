#!/bin/sh
# The password goes to Redis on its input, so that the list of processes does not show it.
set -eu
exec redis-server - <<CONF
requirepass $(cat /run/secrets/redis_password)
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
dir /data
save ""
CONF
