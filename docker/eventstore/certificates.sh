#!/bin/bash
# Makes the certificates of the EventStoreDB cluster: once, or those of the nodes again when called with `renew`. The
# key of the authority stays in a volume that no node sees. Runs in the es-gencert-cli image.
set -euo pipefail

nodes=(eventstore-1 eventstore-2 eventstore-3)
work=$(mktemp -d)
cd "$work"

if [[ ! -s /authority/ca.key ]]; then
  es-gencert-cli create-ca -days 3650 -out "$work/ca"
  cp ca/ca.crt /authority/ca.crt
  cp ca/ca.key /authority/ca.key.part
  mv /authority/ca.key.part /authority/ca.key
  chmod 600 /authority/ca.key
fi
install -m 644 /authority/ca.crt /ca/ca.crt

for node in "${nodes[@]}"; do
  if [[ -s /certificates/$node/node.key && ${1:-} != renew ]]; then continue; fi
  es-gencert-cli create-node -days 825 -ca-certificate /authority/ca.crt -ca-key /authority/ca.key \
    -dns-names "$node" -out "$work/$node"
  install -m 644 "$node/node.crt" "/certificates/$node/node.crt"
  install -m 400 "$node/node.key" "/certificates/$node/node.key"
  chown -R 1000:1000 "/certificates/$node" # the user of the nodes
  echo "certificate for $node"
done
