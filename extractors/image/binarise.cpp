#include "extractors/image/binarise.hpp"

#include <algorithm>
#include <vector>

namespace planlezer {

PixHandle binarised(Pix& grey) {
    Pix* binary = nullptr;
    const int width = pixGetWidth(&grey);
    const int height = pixGetHeight(&grey);
    // One tile: the background is even by now, and small tiles make ink of paper where there is no text.
    if (pixOtsuAdaptiveThreshold(&grey, std::max(width, 16), std::max(height, 16), 0, 0, 0.1F, nullptr, &binary) != 0) {
        binary = pixThresholdToBinary(&grey, 150);
    }
    return PixHandle(binary);
}

double x_height(Pix& binary, double dpi) {
    const BoxaHandle boxes(pixConnCompBB(&binary, 8));
    if (!boxes) return 0;
    const double least = std::max(4.0, dpi / 60);
    const double most = dpi / 4;
    std::vector<int> heights;
    for (int i = 0; i < boxaGetCount(boxes.get()); ++i) {
        int width = 0;
        int height = 0;
        boxaGetBoxGeometry(boxes.get(), i, nullptr, nullptr, &width, &height);
        const bool letter = height >= least && height <= most && width >= height / 5 && width <= 3 * height;
        if (letter) heights.push_back(height);
    }
    constexpr std::size_t one_line = 12;
    if (heights.size() < one_line) return 0;
    // Two thirds of the letters of Dutch text are of x-height, a third is taller; specks are smaller.
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() * 4 / 10);
    std::ranges::nth_element(heights, middle);
    return *middle;
}

}  // namespace planlezer
