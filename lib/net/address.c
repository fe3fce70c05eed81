/* lib/net/address.c */
#include "net/address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

enum { MAX_NAME = 254 }; /* of DNS, with a dot at its end */

typedef struct Range4 {
    uint32_t first;
    int bits;
} Range4;

#define IPV4(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))
static const Range4 not_public[] = {
    { IPV4(0, 0, 0, 0), 8 },       /* this network */
    { IPV4(10, 0, 0, 0), 8 },      /* private */
    { IPV4(100, 64, 0, 0), 10 },   /* behind a carrier */
    { IPV4(127, 0, 0, 0), 8 },     /* this machine */
    { IPV4(169, 254, 0, 0), 16 },  /* this link; the metadata of clouds */
    { IPV4(172, 16, 0, 0), 12 },   /* private */
    { IPV4(192, 0, 0, 0), 24 },    /* protocols */
    { IPV4(192, 0, 2, 0), 24 },    /* documentation */
    { IPV4(192, 168, 0, 0), 16 },  /* private */
    { IPV4(198, 18, 0, 0), 15 },   /* measuring */
    { IPV4(198, 51, 100, 0), 24 }, /* documentation */
    { IPV4(203, 0, 113, 0), 24 },  /* documentation */
    { IPV4(224, 0, 0, 0), 3 },     /* multicast and reserved */
};

static bool is_public4(uint32_t address)
{
    for (size_t i = 0; i < sizeof(not_public) / sizeof(not_public[0]); i++) {
        if ((address ^ not_public[i].first) >> (32 - not_public[i].bits) == 0)
            return false;
    }
    return true;
}

static uint32_t read4(const uint8_t *bytes)
{
    return IPV4(bytes[0], bytes[1], bytes[2], bytes[3]);
}

/* Global unicast alone, without what stands for an address of IPv4 or was given to protocols. Mapped addresses and
 * those of NAT64 are as public as what they stand for. */
static bool is_public6(const uint8_t *bytes)
{
    static const uint8_t mapped[12] = { [10] = 0xFF, [11] = 0xFF }, nat64[12] = { 0x00, 0x64, 0xFF, 0x9B };
    uint32_t head = read4(bytes);

    if (memcmp(bytes, mapped, sizeof(mapped)) == 0 || memcmp(bytes, nat64, sizeof(nat64)) == 0)
        return is_public4(read4(bytes + 12));
    bool protocols = head >> 9 == 0x20010000U >> 9;
    bool documentation = head == 0x20010DB8U || head >> 12 == 0x3FFF0000U >> 12;
    bool tunnel = head >> 16 == 0x2002U;
    return head >> 29 == 1 && !protocols && !documentation && !tunnel;
}

bool address_is_public(const struct sockaddr *address)
{
    struct sockaddr_in four;
    struct sockaddr_in6 six;

    if (address->sa_family == AF_INET) {
        memcpy(&four, address, sizeof(four));
        return is_public4(ntohl(four.sin_addr.s_addr));
    }
    if (address->sa_family != AF_INET6)
        return false;
    memcpy(&six, address, sizeof(six));
    return is_public6(six.sin6_addr.s6_addr);
}

/* NUL-terminated, as the C library wants it; false for what is no name of a host. */
static bool copy_name(char out[MAX_NAME + 1], Str host)
{
    if (host.len == 0 || host.len > MAX_NAME || str_find_char(host, '\0', 0) != STR_NONE)
        return false;
    memcpy(out, host.data, host.len);
    out[host.len] = '\0';
    return true;
}

bool address_is_private_name(Str host)
{
    char name[MAX_NAME + 1];
    struct in_addr four;
    struct in6_addr six;

    if (str_at(host, 0) == '[' && str_ends_with(host, STR("]")))
        host = str_slice(host, 1, host.len - 1);
    if (str_ends_with(host, STR(".")))
        host = str_slice(host, 0, host.len - 1);
    if (!copy_name(name, host))
        return true;
    if (inet_pton(AF_INET6, name, &six) == 1)
        return !is_public6(six.s6_addr);
    if (inet_aton(name, &four) != 0) /* reads 127.1, 0x7F.1 and 2130706433 as well, as libcurl does */
        return !is_public4(ntohl(four.s_addr));
    size_t dot = str_find_last_char(host, '.');
    return str_eq_nocase(dot == STR_NONE ? host : str_from_offset(host, dot + 1), STR("localhost"));
}

HostLookup address_look_up(Str host)
{
    char name[MAX_NAME + 1];
    struct addrinfo *found = NULL;
    const struct addrinfo want = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };

    if (!copy_name(name, host))
        return HOST_MISSING;
    int answer = getaddrinfo(name, NULL, &want, &found);
    if (answer == 0)
        freeaddrinfo(found);
    return answer == 0 ? HOST_FOUND : answer == EAI_NONAME || answer == EAI_NODATA ? HOST_MISSING : HOST_UNSURE;
}
