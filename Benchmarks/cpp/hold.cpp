// The hold model of Sources/hold on std::priority_queue: the same events in the same total order
// (instant, lane, entity, sequence), the same delays, the same checksum.
#include <chrono>
#include <cinttypes>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <queue>
#include <vector>

// As large as the world's event: cause, kind and payload, 20 bytes.
struct Event {
    uint32_t cause, kind, first, second, round;
};

struct Entry {
    int64_t instant;
    uint64_t order;  // lane 8, entity 20, sequence 36
    Event event;
};

struct Later {
    bool operator()(const Entry& left, const Entry& right) const {
        return left.instant != right.instant ? left.instant > right.instant : left.order > right.order;
    }
};

struct Delays {
    std::vector<int64_t> milliseconds;
    size_t position = 0;

    Delays() {
        uint64_t state = 42;
        for (int i = 0; i < 1 << 16; ++i) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            double uniform = (double(state >> 12) + 0.5) * 0x1p-52;
            milliseconds.push_back(int64_t(-std::log(uniform) * 1000));
        }
    }

    int64_t next() {
        int64_t delay = milliseconds[position];
        position = (position + 1) & (milliseconds.size() - 1);
        return delay;
    }
};

static Event make(uint32_t number) {
    number &= 0x7fffffff;
    return {number % 4, number % 4, number, 0, 0};
}

static uint64_t handle(Event& event) {
    uint64_t value = event.cause;
    event.cause += 1;
    switch (event.kind) {
    case 1:
        value += event.first ^ event.second;
        event.second += 1;
        return value;
    case 3: return value ^ event.first;
    default: return value + event.first;
    }
}

int main(int count, char** arguments) {
    if (count != 3) {
        std::puts("usage: hold PENDING EVENTS");
        return 2;
    }
    uint64_t pending = std::strtoull(arguments[1], nullptr, 10);
    uint64_t events = std::strtoull(arguments[2], nullptr, 10);
    Delays delays;
    uint64_t sequence = 0;
    std::priority_queue<Entry, std::vector<Entry>, Later> queue;
    for (uint64_t number = 0; number < pending; ++number) {
        uint64_t order = (number % 8) << 56 | number << 36 | sequence++;
        queue.push({delays.next(), order, make(uint32_t(number))});
    }
    uint64_t checksum = 0xcbf29ce484222325u;
    auto start = std::chrono::steady_clock::now();
    for (uint64_t i = 0; i < events; ++i) {
        Entry due = queue.top();
        queue.pop();
        uint64_t entity = due.order >> 36 & ((1u << 20) - 1);
        checksum = (checksum ^ (uint64_t(due.instant) + entity + handle(due.event))) * 0x100000001b3u;
        due.instant += delays.next();
        due.order = due.order >> 36 << 36 | sequence++;
        queue.push(due);
    }
    std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    std::printf("%" PRIx64 " %f\n", checksum, double(events) / elapsed.count() / 1e6);
}
