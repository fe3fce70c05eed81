/* lib/net/address.h - which addresses of the network are everybody's. Posts come from strangers, and what they name is
 * asked from inside the author's network or a build machine: nothing there is theirs to reach. */
#pragma once

#include "base/str.h"

struct sockaddr;

/* Whether the address (of IPv4 or IPv6) is one that the whole Internet reaches: none of this machine, its network, a
 * private network, documentation or multicast. By the registries of RFC 6890. */
bool address_is_public(const struct sockaddr *address);

/* Whether the host of a URL, by its text alone, is one that is not public: a number as above, in any of its spellings,
 * or a name for this machine. */
bool address_is_private_name(Str host);

/* Asks the resolver, which may take seconds. */
typedef enum HostLookup { HOST_FOUND, HOST_MISSING, HOST_UNSURE } HostLookup; /* unsure: nobody who knows answers */
HostLookup address_look_up(Str host);
