<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>About RefScale</source>
        <translation>关于 RefScale</translation>
    </message>
    <message>
        <source>RefScale %1</source>
        <translation>RefScale %1</translation>
    </message>
    <message>
        <source>Enlarges a picture four times with the help of a better one.
Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>借助一张更好的图片，把图片放大四倍。
本软件为自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Add &amp;reference…</source>
        <translation>添加参考图(&amp;R)…</translation>
    </message>
    <message>
        <source>Set &amp;true picture…</source>
        <translation>设置真实图片(&amp;T)…</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>试用示例(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Save &amp;job</source>
        <translation>保存任务(&amp;J)</translation>
    </message>
    <message>
        <source>Save job &amp;as…</source>
        <translation>任务另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Upscale 4×</source>
        <translation>放大 4×(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keep as snapshot</source>
        <translation>保留为快照(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Smaller brush</source>
        <translation>缩小画笔(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Larger brush</source>
        <translation>放大画笔(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Invert the painted area</source>
        <translation>反转涂抹区域(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Clear the painted area</source>
        <translation>清除涂抹区域(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Load a painted area…</source>
        <translation>载入涂抹区域(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save the painted area…</source>
        <translation>保存涂抹区域(&amp;S)…</translation>
    </message>
    <message>
        <source>Enlarge &amp;without reference</source>
        <translation>不用参考图放大(&amp;W)</translation>
    </message>
    <message>
        <source>Use the &amp;better reference</source>
        <translation>改用更好的参考图(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Use the C&amp;PU</source>
        <translation>使用 CPU(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Matches</source>
        <translation>匹配(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;One picture</source>
        <translation>单张图片(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>分割(&amp;S)</translation>
    </message>
    <message>
        <source>Si&amp;de by side</source>
        <translation>并排(&amp;D)</translation>
    </message>
    <message>
        <source>Di&amp;fference</source>
        <translation>差异(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Blink</source>
        <translation>闪烁(&amp;B)</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>交换 A 和 B(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Turn the split</source>
        <translation>旋转分割线(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大视图(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小视图(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pictures panel</source>
        <translation>图片面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Settings and Inspect</source>
        <translation>设置与检查(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;All panels</source>
        <translation>全部面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Next area</source>
        <translation>下一区域(&amp;N)</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <translation>上一区域(&amp;V)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;About RefScale</source>
        <translation>关于 RefScale(&amp;A)</translation>
    </message>
    <message>
        <source>M&amp;aps</source>
        <translation>分布图(&amp;A)</translation>
    </message>
    <message>
        <source>One map</source>
        <translation>一幅图</translation>
    </message>
    <message>
        <source>Two maps</source>
        <translation>两幅图</translation>
    </message>
    <message>
        <source>Four maps</source>
        <translation>四幅图</translation>
    </message>
    <message>
        <source>P&amp;in the match</source>
        <translation>固定此匹配(&amp;I)</translation>
    </message>
    <message>
        <source>Find references in a &amp;folder…</source>
        <translation>在文件夹中查找参考图(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Loupe</source>
        <translation>放大镜(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Paint the marked region</source>
        <translation>涂抹标记的区域(&amp;P)</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>暂停(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>Recent &amp;pictures…</source>
        <translation>最近的图片(&amp;P)…</translation>
    </message>
    <message>
        <source>What &amp;happened…</source>
        <translation>发生了什么(&amp;H)…</translation>
    </message>
    <message>
        <source>S&amp;huffled-reference control</source>
        <translation>打乱参考图对照(&amp;H)</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>使用较小的参考图</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>以 fp32 计算</translation>
    </message>
    <message>
        <source>Why is no GPU used?</source>
        <translation>为什么不使用 GPU？</translation>
    </message>
    <message>
        <source>&amp;Help on this part</source>
        <translation>此部分的帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>DifferenceBar</name>
    <message>
        <source>A minus B, brightness of 255</source>
        <translation>A 减 B，亮度（满值 255）</translation>
    </message>
    <message>
        <source>Difference, of 255, per channel</source>
        <translation>差值（满值 255，每通道）</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>There is no file %1; check its name.</source>
        <translation>没有文件 %1；请检查其名称。</translation>
    </message>
    <message>
        <source>RefScale may not read %1; check its permissions.</source>
        <translation>RefScale 无权读取 %1；请检查其权限。</translation>
    </message>
    <message>
        <source>%1 could not be opened: %2.</source>
        <translation>无法打开 %1：%2。</translation>
    </message>
    <message>
        <source>The disk is full; free some space and write %1 again.</source>
        <translation>磁盘已满；请腾出一些空间，再重新写入 %1。</translation>
    </message>
    <message>
        <source>RefScale may not write %1; check the permissions of its folder, or write elsewhere.</source>
        <translation>RefScale 无权写入 %1；请检查其文件夹的权限，或写到别处。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not a file; name a file.</source>
        <translation>%1 不是文件；请指定一个文件。</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 MiB that RefScale reads of such a file.</source>
        <translation>%1 超过 RefScale 读取此类文件的上限 %2 MiB。</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>%1 is there already and was kept; choose another name.</source>
        <translation>%1 已存在并予以保留；请选择其他名称。</translation>
    </message>
    <message>
        <source>There is no folder %1; create it first.</source>
        <translation>没有文件夹 %1；请先创建。</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file to write.</source>
        <translation>%1 是文件夹；请指定要写入的文件。</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe; name a plain file to write.</source>
        <translation>%1 是设备或管道；请指定要写入的普通文件。</translation>
    </message>
    <message>
        <source>There is not enough memory to read %1; close other programs or use a smaller picture.</source>
        <translation>内存不足以读取 %1；请关闭其他程序或使用较小的图片。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of %1 pixels; close other programs or use a smaller picture.</source>
        <translation>内存不足以容纳 %1 像素的图片；请关闭其他程序或使用较小的图片。</translation>
    </message>
    <message>
        <source>%1 is empty; it holds no picture.</source>
        <translation>%1 是空的；其中没有图片。</translation>
    </message>
    <message>
        <source>%1 is not a picture that RefScale knows; it reads %2.</source>
        <translation>%1 不是 RefScale 认识的图片；可读取 %2。</translation>
    </message>
    <message>
        <source>%1 has %2 MiB, more than a picture within the limit of %3; raise it with --pixel-limit if the file is what you expect.</source>
        <translation>%1 有 %2 MiB，超过 %3 上限内的图片应有的大小；如果文件正是您想要的，请用 --pixel-limit 提高上限。</translation>
    </message>
    <message>
        <source>%1 holds no picture: its size is %2 pixels.</source>
        <translation>%1 中没有图片：其尺寸为 %2 像素。</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, more than any picture that RefScale can hold; reduce it first.</source>
        <translation>%1 有 %2 像素，超过 RefScale 能容纳的任何图片；请先缩小。</translation>
    </message>
    <message>
        <source>%1 has %2 pixels, more than the limit of %3; raise it with --pixel-limit if the file is what you expect.</source>
        <translation>%1 有 %2 像素，超过上限 %3；如果文件正是您想要的，请用 --pixel-limit 提高上限。</translation>
    </message>
    <message>
        <source>%1 is broken or cut off; get a complete copy of it.</source>
        <translation>%1 已损坏或不完整；请获取完整的副本。</translation>
    </message>
    <message>
        <source>%1 is a kind of file that RefScale cannot read: %2; convert it to PNG. It reads %3.</source>
        <translation>%1 是 RefScale 无法读取的文件类型：%2；请转换为 PNG。可读取 %3。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read; check its name and its rights.</source>
        <translation>无法读取文件夹 %1；请检查其名称和权限。</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation>没有可写入的图片。</translation>
    </message>
    <message>
        <source>There is not enough memory to write the picture; close other programs.</source>
        <translation>内存不足以写入图片；请关闭其他程序。</translation>
    </message>
    <message>
        <source>%1 pictures have at most %2 pixels a side, not %3 x %4; write PNG or TIFF.</source>
        <translation>%1 图片每边最多 %2 像素，无法写入 %3 x %4；请改用 PNG 或 TIFF。</translation>
    </message>
    <message>
        <source>%1 pictures have at most %2 pixels a side, not %3 x %4.</source>
        <translation>%1 图片每边最多 %2 像素，无法写入 %3 x %4。</translation>
    </message>
    <message>
        <source>The engine %1 could not be loaded; run packaging/run again, or install RefScale anew.</source>
        <translation>无法载入引擎 %1；请重新运行 packaging/run，或重新安装 RefScale。</translation>
    </message>
    <message>
        <source>The engine %1 is of another version; install RefScale anew.</source>
        <translation>引擎 %1 的版本不符；请重新安装 RefScale。</translation>
    </message>
    <message>
        <source>There is no model %1; none is installed, import one with &quot;refscale import-model&quot;.</source>
        <translation>没有模型 %1；尚未安装任何模型，请用 &quot;refscale import-model&quot; 导入。</translation>
    </message>
    <message>
        <source>There is no model %1; choose one of: %2.</source>
        <translation>没有模型 %1；请从以下模型中选择：%2。</translation>
    </message>
    <message>
        <source>There is not enough memory to bring this reference into line; close other programs, or take a smaller reference.</source>
        <translation>内存不足以对齐这张参考图；请关闭其他程序或使用较小的参考图。</translation>
    </message>
    <message>
        <source>A part of what was borrowed came out twice, so there is no result; try again, or another precision.</source>
        <translation>借用的内容有一部分重复出现，因此没有结果；请重试，或选择其他精度。</translation>
    </message>
    <message>
        <source>The GPU failed at %1; try again, on another device or on the CPU.</source>
        <translation>GPU 在 %1 时失败；请重试，或使用其他设备或 CPU。</translation>
    </message>
    <message>
        <source>The network gave a blank picture, so there is no result; choose fp32 as precision, or another model.</source>
        <translation>网络给出了空白图片，因此没有结果；请选择 fp32 精度或其他模型。</translation>
    </message>
    <message>
        <source>A part of the result came out blank (around %1 in the input), so there is no result; choose fp32 as precision, or another model.</source>
        <translation>结果的一部分是空白的（输入的 %1 附近），因此没有结果；请选择 fp32 精度或其他模型。</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of the result are those of another place, so there is no result; try again, or another precision.</source>
        <translation>结果的第 %1 行到第 %2 行属于另一处，因此没有结果；请重试，或选择其他精度。</translation>
    </message>
    <message>
        <source>The network gave invalid numbers, so there is no result; choose fp32 as precision, or another model.</source>
        <translation>网络给出了无效数值，因此没有结果；请选择 fp32 精度或其他模型。</translation>
    </message>
    <message>
        <source>A processor does not compute in fp16; choose auto, fp32 or bf16.</source>
        <translation>处理器不以 fp16 计算；请选择 auto、fp32 或 bf16。</translation>
    </message>
    <message>
        <source>No GPU can be used: %1 Choose the CPU as device.</source>
        <translation>没有可用的 GPU：%1 请选择 CPU 作为设备。</translation>
    </message>
    <message>
        <source>This picture and its reference are too large for the exact matcher; enlarge the picture in parts, or reduce the reference to %1 megapixels (--reference-megapixels).</source>
        <translation>这张图片和参考图对精确匹配来说太大；请分块放大图片，或把参考图缩小到 %1 百万像素（--reference-megapixels）。</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture; close other programs, use a smaller reference, or enlarge the picture in parts.</source>
        <translation>内存不足以处理这张图片；请关闭其他程序、使用较小的参考图，或分块放大图片。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no contrastive extractor; use the matcher vgg or another model.</source>
        <translation>模型“%1”没有对比特征提取器；请使用 vgg 匹配方法或其他模型。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds no complete model (restoration network and VGG-19); import published checkpoints with &quot;refscale import-model&quot;.</source>
        <translation>“%1”不包含完整的模型（复原网络和 VGG-19）；请用“refscale import-model”导入已发布的检查点。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has no single-image network underneath; leave --network base out, or choose another model.</source>
        <translation>模型“%1”没有作为基础的单图网络；请去掉 --network base，或选择其他模型。</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; has the published layout, whose matches cannot be mirrored; choose one pass (--self-ensemble 1).</source>
        <translation>模型“%1”采用已发布的结构，其匹配无法镜像；请选择 1 遍（--self-ensemble 1）。</translation>
    </message>
    <message>
        <source>There is not enough memory to load the engine; close other programs, or raise the limit that was set.</source>
        <translation>内存不足以加载引擎；请关闭其他程序，或提高已设置的限制。</translation>
    </message>
</context>
<context>
    <name>FailureDetails</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Open pictures here, choose between the picture, its matches and its maps, and export the result.</source>
        <translation>在此打开图片，在图片、匹配和分布图之间切换，并导出结果。</translation>
    </message>
    <message>
        <source>Drop the picture to enlarge on the left and a better picture of the same thing on the right. The sample shows what comes of it.</source>
        <translation>把要放大的图片拖到左侧，把同一景物的更好图片拖到右侧。示例可展示效果。</translation>
    </message>
    <message>
        <source>The picture that is enlarged, the references that detail is borrowed from, and the true picture, if you have one to compare with.</source>
        <translation>要放大的图片、从中借用细节的参考图，以及用于比较的真实图片（如果有）。</translation>
    </message>
    <message>
        <source>How the picture is enlarged. The usual values serve well; a dot marks what differs from them, a double-click on its name takes it back.</source>
        <translation>图片的放大方式。默认值通常就很合适；圆点标出与默认值不同之处，双击其名称即可恢复。</translation>
    </message>
    <message>
        <source>What is known of the references before a run, and of the result after it: how much was borrowed, what was checked, how long it took.</source>
        <translation>运行前显示对参考图的了解，运行后显示结果的情况：借用了多少、检查了什么、用了多久。</translation>
    </message>
    <message>
        <source>Says how things stand and offers the next step. Upscale 4× needs a picture alone; with a reference it borrows detail from it.</source>
        <translation>说明当前状态并给出下一步。“放大 4×”只需一张图片；有参考图时会从中借用细节。</translation>
    </message>
    <message>
        <source>Lines lead from places of the picture to the places of the reference that show the same. Rings stand where no match is sure.</source>
        <translation>线条从图片中的位置连到参考图中显示相同内容的位置。圆环表示该处没有可靠匹配。</translation>
    </message>
    <message>
        <source>Each pane colours every place of the picture by one number. The same place is under the crosshair in all panes.</source>
        <translation>每个窗格按一项数值为图片的每个位置着色。所有窗格中的十字线都指向同一位置。</translation>
    </message>
    <message>
        <source>The picture that is enlarged. Drop another one here to replace it.</source>
        <translation>要放大的图片。把另一张拖到这里即可替换。</translation>
    </message>
    <message>
        <source>References show the same thing as the picture, sharper or closer. The bars say how much each of them can give; unchecked ones are not used.</source>
        <translation>参考图拍的是与图片相同的景物，但更清晰或更近。条形表示每张能提供多少细节；未勾选的不会使用。</translation>
    </message>
    <message>
        <source>What the result should look like, where that is known: four times as large as the picture. PSNR and SSIM are then measured against it.</source>
        <translation>结果应有的样子（如果已知）：宽和高为图片的四倍。随后会以它为准测量 PSNR 和 SSIM。</translation>
    </message>
    <message>
        <source>Wheel or + and − zoom, dragging and the arrow keys move. S, D, F, B and L choose how two pictures are compared; hold Space to see A alone.</source>
        <translation>滚轮或 + 和 − 缩放，拖动或方向键移动。S、D、F、B 和 L 选择两张图片的比较方式；按住空格键可单独看 A。</translation>
    </message>
    <message>
        <source>Ways to compare A with B: a line between both, side by side, their difference, blinking, or a loupe that shows both.</source>
        <translation>比较 A 与 B 的方式：用分割线隔开、并排、显示差异、闪烁，或用同时显示两者的放大镜。</translation>
    </message>
    <message>
        <source>What is shown as A: bicubic is the picture enlarged without any model, reference off is what the model alone makes of it.</source>
        <translation>作为 A 显示的内容：“双三次”是不用任何模型放大的图片，“参考图关闭”是只靠模型得到的图片。</translation>
    </message>
    <message>
        <source>What is shown as B, usually the result. X swaps A and B.</source>
        <translation>作为 B 显示的内容，通常是结果。按 X 交换 A 和 B。</translation>
    </message>
    <message>
        <source>Hatching covers what no reference reaches: there the model invents.</source>
        <translation>阴影线覆盖参考图达不到的地方：该处由模型虚构。</translation>
    </message>
    <message>
        <source>Point at a place to see its match on the other side. Tab steps through the lines, P pins one; drag for a region, with Shift for a free one.</source>
        <translation>指向一个位置，即可在另一侧看到它的匹配。Tab 逐条切换线条，P 固定一个匹配；拖动可选择区域，按住 Shift 拖动可自由圈选。</translation>
    </message>
    <message>
        <source>The place under the pointer, its match and its result, enlarged, with their numbers; beside them what you have pinned.</source>
        <translation>放大显示指针处的位置、它的匹配和结果，并附数值；旁边是您固定的匹配。</translation>
    </message>
    <message>
        <source>Evenly spread shows the best match of each part of the picture. Best and worst go by confidence times uniqueness.</source>
        <translation>“均匀分布”显示图片各部分的最佳匹配。“最佳”和“最差”按置信度乘以唯一性排序。</translation>
    </message>
    <message>
        <source>How far and where to the matches lie from their places. Drag a rectangle to mark the places with these offsets in all views.</source>
        <translation>匹配偏离其位置的距离和方向。拖出一个矩形，即可在所有视图中标出具有这些偏移的位置。</translation>
    </message>
    <message>
        <source>How many matches are how sure. Drag the handle, or press the arrow keys, to show only those above it.</source>
        <translation>各置信度的匹配有多少。拖动滑块或按方向键，可只显示高于该值的匹配。</translation>
    </message>
    <message>
        <source>The scale at which the network reads the reference: relu3_1 has one place for 4 × 4 pixels of the result, relu1_1 one for each.</source>
        <translation>网络读取参考图的尺度：relu3_1 的一个位置对应结果的 4 × 4 像素，relu1_1 的一个位置对应一个像素。</translation>
    </message>
    <message>
        <source>An offset is what the match found plus what the network learned to add. Total is both together.</source>
        <translation>偏移由匹配找到的部分和网络学到的附加部分组成。“总计”是两者之和。</translation>
    </message>
    <message>
        <source>The trained network. Models lists all of them with their licences.</source>
        <translation>训练好的网络。“模型”列出所有网络及其许可证。</translation>
    </message>
    <message>
        <source>Where it is computed. Auto takes a GPU where there is one.</source>
        <translation>在哪里计算。“自动”在有 GPU 时使用 GPU。</translation>
    </message>
    <message>
        <source>How exactly it is computed. Auto takes the fastest that gives the same picture.</source>
        <translation>计算的精确程度。“自动”采用能得到相同图片的最快方式。</translation>
    </message>
    <message>
        <source>How much is borrowed. Below 100 % unsure places go first; at 0 % nothing is borrowed. The matches are kept.</source>
        <translation>借用多少。低于 100 % 时先舍弃不可靠的位置；为 0 % 时不借用任何内容。匹配保留。</translation>
    </message>
    <message>
        <source>Where a match is unsure less of it is taken, so that wrong detail does not get in.</source>
        <translation>匹配不可靠处少借用，以免混入错误的细节。</translation>
    </message>
    <message>
        <source>Paint over what the references show differently, such as people who moved: nothing is borrowed there.</source>
        <translation>涂抹参考图中不同的部分，例如移动过的人：该处不会借用任何内容。</translation>
    </message>
    <message>
        <source>How near each picture comes to the true one: a higher PSNR and an SSIM nearer to 1 are better.</source>
        <translation>每张图片与真实图片的接近程度：PSNR 越高、SSIM 越接近 1 越好。</translation>
    </message>
    <message>
        <source>How long each stage of the last run took.</source>
        <translation>上次运行各阶段所用的时间。</translation>
    </message>
    <message>
        <source>Drop a picture, drop a better one of the same thing, press Upscale 4×. F6 goes from area to area, F1 explains where you are.</source>
        <translation>拖入一张图片，再拖入同一景物的更好图片，然后按“放大 4×”。F6 在各区域间切换，F1 说明当前所在的部分。</translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>虚构</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Match confidence</source>
        <translation>匹配置信度</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>唯一性</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返误差</translation>
    </message>
    <message>
        <source>Offset length</source>
        <translation>偏移长度</translation>
    </message>
    <message>
        <source>Offset direction</source>
        <translation>偏移方向</translation>
    </message>
    <message>
        <source>Mask weight</source>
        <translation>掩码权重</translation>
    </message>
    <message>
        <source>Borrowed or invented</source>
        <translation>借用或虚构</translation>
    </message>
    <message>
        <source>%1 · total</source>
        <translation>%1 · 总计</translation>
    </message>
    <message>
        <source>%1 · match</source>
        <translation>%1 · 匹配</translation>
    </message>
    <message>
        <source>%1 · learned</source>
        <translation>%1 · 学习</translation>
    </message>
    <message>
        <source>output px</source>
        <translation>输出像素</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>score gap</source>
        <translation>得分差</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Surest reference</source>
        <translation>最可靠的参考图</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Do not &amp;borrow here</source>
        <translation>此处不借用(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>参考图(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;un</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>OffsetFrame</name>
    <message numerus="yes">
        <source>Single points instead of counts, up to %n</source>
        <translation>
            <numerusform>显示单个点而非计数，最多 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferenceWords</name>
    <message>
        <source>Only %1 of the picture is surely found in %2; it may show another part, or another time.</source>
        <translation>在 %2 中只能可靠找到图片的 %1；它可能拍的是别的部分或别的时间。</translation>
    </message>
    <message>
        <source>What is found looks less alike than it should.</source>
        <translation>找到的部分不够相像。</translation>
    </message>
    <message>
        <source>%1 shows the thing smaller than the enlarged picture will, so it has less detail to give.</source>
        <translation>%1 中的景物比放大后的图片还小，因此能提供的细节较少。</translation>
    </message>
    <message>
        <source>%1 shows the thing %2 times as large; so close, little can be matched.</source>
        <translation>%1 中的景物大了 %2 倍；这么近，能匹配的很少。</translation>
    </message>
    <message>
        <source>%1 is turned by %2°, which makes matching harder.</source>
        <translation>%1 旋转了 %2°，使匹配更困难。</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>尚可</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>%1, covers %2</source>
        <translation>%1，覆盖 %2</translation>
    </message>
    <message>
        <source>As large, turned %1°</source>
        <translation>大小相同，旋转 %1°</translation>
    </message>
    <message>
        <source>%1× closer, turned %2°</source>
        <translation>近 %1×，旋转 %2°</translation>
    </message>
    <message>
        <source>%1× scale, turned %2°</source>
        <translation>比例 %1×，旋转 %2°</translation>
    </message>
    <message>
        <source>%1 shows the same thing, sharply and large enough.</source>
        <translation>%1 拍的是同一景物，足够清晰、足够大。</translation>
    </message>
    <message>
        <source>%1 shows something else: hardly a place of the picture is found in it.</source>
        <translation>%1 拍的是别的东西：几乎找不到图片中的任何部分。</translation>
    </message>
    <message>
        <source>A photo from the same place that shows more of the picture</source>
        <translation>从同一地点拍摄、包含更多画面的照片</translation>
    </message>
    <message>
        <source>The same season and daylight</source>
        <translation>相同的季节和光线</translation>
    </message>
    <message>
        <source>A larger or closer photo</source>
        <translation>更大或更近的照片</translation>
    </message>
    <message>
        <source>A photo from farther away, or this one reduced</source>
        <translation>从更远处拍摄的照片，或把这张缩小</translation>
    </message>
    <message>
        <source>The photo turned upright</source>
        <translation>把照片转正</translation>
    </message>
    <message>
        <source>As large</source>
        <translation>大小相同</translation>
    </message>
    <message>
        <source>%1× closer</source>
        <translation>近 %1×</translation>
    </message>
    <message>
        <source>%1× scale</source>
        <translation>比例 %1×</translation>
    </message>
</context>
<context>
    <name>RunStatus</name>
    <message>
        <source>Loading the model</source>
        <translation>正在载入模型</translation>
    </message>
    <message>
        <source>Matching the pictures</source>
        <translation>正在匹配图片</translation>
    </message>
    <message>
        <source>Aligning the matches</source>
        <translation>正在对齐匹配</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>正在复原</translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation>正在检查结果</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>What is shown stays as it is.</source>
        <translation>已显示的内容保持不变。</translation>
    </message>
    <message>
        <source>Restoring without the reference, to compare</source>
        <translation>不用参考图复原，用于比较</translation>
    </message>
    <message>
        <source>The matches are ready: open Matches while this runs. Changed settings apply to the next run.</source>
        <translation>匹配已就绪：运行期间即可打开“匹配”。更改的设置用于下次运行。</translation>
    </message>
    <message>
        <source>You can go on looking around. Changed settings apply to the next run.</source>
        <translation>您可以继续查看。更改的设置用于下次运行。</translation>
    </message>
    <message>
        <source>About %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>Just started</source>
        <translation>刚刚开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The result before is kept.</source>
        <translation>保留之前的结果。</translation>
    </message>
    <message>
        <source>Your pictures and settings are as they were.</source>
        <translation>图片和设置均未改变。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Only the restoring step runs again. The shown result is the old one.</source>
        <translation>只需重新复原。当前显示的是旧结果。</translation>
    </message>
    <message>
        <source>The shown result is the old one.</source>
        <translation>当前显示的是旧结果。</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>as the run before took</source>
        <translation>与上次运行相同</translation>
    </message>
    <message>
        <source>Export shown…</source>
        <translation>导出当前结果…</translation>
    </message>
    <message>
        <source>Upscale again</source>
        <translation>重新放大</translation>
    </message>
    <message>
        <source>Done in %1, without a reference</source>
        <translation>完成，用时 %1，未用参考图</translation>
    </message>
    <message>
        <source>All detail comes from the model alone. Hold Space to see the picture before.</source>
        <translation>所有细节都只来自模型。按住空格键可看之前的图片。</translation>
    </message>
    <message>
        <source>Done in %1. %2 % of the picture is borrowed, %3 % invented</source>
        <translation>完成，用时 %1。图片的 %2 % 为借用，%3 % 为虚构</translation>
    </message>
    <message>
        <source>Invented: no sure match there, so the detail comes from the model alone. Hold Space to see the picture before.</source>
        <translation>虚构：该处没有可靠匹配，细节只来自模型。按住空格键可看之前的图片。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>%1 × %2 becomes %3 × %4.</source>
        <translation>%1 × %2 变为 %3 × %4。</translation>
    </message>
    <message>
        <source>Now add a better picture of the same thing</source>
        <translation>现在请添加同一景物的更好图片</translation>
    </message>
    <message>
        <source>A reprint, another angle or a closer view. Drop it anywhere.</source>
        <translation>翻印件、另一角度或更近的照片。拖放到任意位置即可。</translation>
    </message>
    <message>
        <source>All references are turned off.</source>
        <translation>所有参考图都已关闭。</translation>
    </message>
    <message>
        <source>Enlarge without reference</source>
        <translation>不用参考图放大</translation>
    </message>
    <message>
        <source>Add reference…</source>
        <translation>添加参考图…</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>%1 of memory</source>
        <translation>内存 %1</translation>
    </message>
    <message>
        <source>%1 shows something else: no sure match</source>
        <translation>%1 拍的是别的东西：没有可靠匹配</translation>
    </message>
    <message>
        <source>All detail would come from the model alone.</source>
        <translation>所有细节将只来自模型。</translation>
    </message>
    <message>
        <source>Weak reference: only %1 of the picture has a sure match</source>
        <translation>参考图较弱：图片只有 %1 有可靠匹配</translation>
    </message>
    <message>
        <source>The result would be almost the same as without a reference.</source>
        <translation>结果将与不用参考图几乎相同。</translation>
    </message>
    <message>
        <source>Upscale anyway</source>
        <translation>仍然放大</translation>
    </message>
    <message>
        <source>Good reference: %1 of the picture has a sure match</source>
        <translation>参考图良好：图片有 %1 有可靠匹配</translation>
    </message>
    <message>
        <source>Fair reference: %1 of the picture has a sure match</source>
        <translation>参考图尚可：图片有 %1 有可靠匹配</translation>
    </message>
    <message>
        <source>%1 fits best: the detail comes from it.</source>
        <translation>%1 最合适：细节取自它。</translation>
    </message>
    <message>
        <source>Upscale 4×</source>
        <translation>放大 4×</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>正在查看 %1…</translation>
    </message>
    <message>
        <source>Ready to borrow from %1</source>
        <translation>可以从 %1 借用</translation>
    </message>
    <message numerus="yes">
        <source>Ready to borrow from %n references</source>
        <translation>
            <numerusform>可以从 %n 张参考图借用</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n files</source>
        <translation>
            <numerusform>正在读取 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Now open the picture that you want to enlarge</source>
        <translation>现在请打开要放大的图片</translation>
    </message>
    <message>
        <source>The reference is there already.</source>
        <translation>参考图已就绪。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Start with the picture you want to enlarge</source>
        <translation>先打开要放大的图片</translation>
    </message>
    <message>
        <source>Then add a better picture of the same thing, and press Upscale 4×.</source>
        <translation>然后添加同一景物的更好图片，再按“放大 4×”。</translation>
    </message>
    <message>
        <source>Restoring again, to make its maps</source>
        <translation>正在重新复原以生成图谱</translation>
    </message>
    <message>
        <source>Paused after %1 of the work</source>
        <translation>已暂停，完成 %1</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>What is done is kept in memory until you resume.</source>
        <translation>已完成的部分保留在内存中，直到您继续。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 done, %2 so far</source>
        <translation>已完成 %1，已用 %2</translation>
    </message>
    <message>
        <source>%1 done, %2 so far, %3 of memory</source>
        <translation>已完成 %1，已用 %2，内存 %3</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Restoring with a shuffled reference, to compare</source>
        <translation>正在用打乱的参考图复原，用于比较</translation>
    </message>
    <message>
        <source>Memory ran out once: it works in tiles half as large now.</source>
        <translation>内存曾一度不足：现在使用一半大小的分块。</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>使用较小的参考图</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>以 fp32 计算</translation>
    </message>
    <message>
        <source>Smaller tiles did not help. It needs about %1; %2 are free.</source>
        <translation>缩小分块仍无济于事。约需 %1；空闲 %2。</translation>
    </message>
    <message>
        <source>The result did not pass its check, so it is not shown</source>
        <translation>结果未通过检查，因此不显示</translation>
    </message>
    <message>
        <source>Cancelled after %1 of the work. Matches kept</source>
        <translation>已取消，完成 %1。匹配保留</translation>
    </message>
    <message>
        <source>Cancelled after %1 of the work</source>
        <translation>已取消，完成 %1</translation>
    </message>
    <message>
        <source>Resume does not match again: it restores the picture.</source>
        <translation>“继续”不会重新匹配，只复原图片。</translation>
    </message>
    <message>
        <source>What is matched already is not matched again.</source>
        <translation>已匹配的部分不会重新匹配。</translation>
    </message>
    <message>
        <source>%1 fits best; others lend where they match more surely.</source>
        <translation>%1 最合适；其他参考图在匹配更可靠之处也提供细节。</translation>
    </message>
    <message>
        <source>No usable GPU: the CPU takes about %1</source>
        <translation>没有可用的 GPU：使用 CPU 约需 %1</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CompareCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有图片</translation>
    </message>
    <message>
        <source>zoom %1 %</source>
        <translation>缩放 %1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Split at %1 %, A %2, B %3, %4</source>
        <translation>分割于 %1 %，A %2，B %3，%4</translation>
    </message>
    <message>
        <source>Side by side, A %1, B %2, %3</source>
        <translation>并排，A %1，B %2，%3</translation>
    </message>
    <message>
        <source>Difference of %1 and %2, %3</source>
        <translation>%1 与 %2 的差异，%3</translation>
    </message>
    <message>
        <source>Blinking between %1 and %2, %3</source>
        <translation>在 %1 与 %2 之间闪烁，%3</translation>
    </message>
    <message>
        <source>A %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B %1</source>
        <translation>B %1</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Sure match, %1 %</source>
        <translation>可靠匹配，%1 %</translation>
    </message>
    <message>
        <source>No sure match: the model invents</source>
        <translation>无可靠匹配：由模型虚构</translation>
    </message>
    <message>
        <source>A  %1</source>
        <translation>A  %1</translation>
    </message>
    <message>
        <source>B  %1</source>
        <translation>B  %1</translation>
    </message>
    <message>
        <source>Difference of %1 and %2, ×%3</source>
        <translation>%1 与 %2 的差异，×%3</translation>
    </message>
    <message>
        <source>Loupe pinned at %1, ×%2, A %3, B %4</source>
        <translation>放大镜固定于 %1，×%2，A %3，B %4</translation>
    </message>
    <message>
        <source>Loupe at %1, ×%2, A %3, B %4</source>
        <translation>放大镜位于 %1，×%2，A %3，B %4</translation>
    </message>
    <message>
        <source>Signed difference, %1 minus %2, %3</source>
        <translation>带符号差异，%1 减 %2，%3</translation>
    </message>
    <message>
        <source>Signed difference, %1 minus %2, ×%3</source>
        <translation>带符号差异，%1 减 %2，×%3</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ConfidencePlot</name>
    <message>
        <source>Confidence, threshold</source>
        <translation>置信度，阈值</translation>
    </message>
    <message>
        <source>Confidence (share of the picture, %)</source>
        <translation>置信度（占图片百分比）</translation>
    </message>
    <message>
        <source>Shown from confidence %1 on</source>
        <translation>显示置信度 %1 以上</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CropCanvas</name>
    <message>
        <source>Part of the picture</source>
        <translation>图片的一部分</translation>
    </message>
</context>
<context>
    <name>refscale::ui::CropDialog</name>
    <message>
        <source>Crop %1</source>
        <translation>裁剪 %1</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左边缘</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>上边缘</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Draw the part to keep; pull a corner, or drag it as a whole.</source>
        <translation>画出要保留的部分；可拉动一角，或拖动整个选区。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Document</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 was not added: %n references are the most that one picture can have.</source>
        <translation>
            <numerusform>未添加 %1：一张图片最多可有 %n 张参考图。</numerusform>
        </translation>
    </message>
    <message>
        <source>The reference is the picture itself.</source>
        <translation>参考图就是图片本身。</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>Set the true picture</source>
        <translation>设置真实图片</translation>
    </message>
    <message>
        <source>Remove the true picture</source>
        <translation>移除真实图片</translation>
    </message>
    <message>
        <source>Remove reference</source>
        <translation>移除参考图</translation>
    </message>
    <message>
        <source>Use reference</source>
        <translation>使用参考图</translation>
    </message>
    <message>
        <source>Leave reference out</source>
        <translation>不使用参考图</translation>
    </message>
    <message>
        <source>Swap picture and reference</source>
        <translation>交换图片与参考图</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open job</source>
        <translation>打开任务</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are the most that one picture can have; remove one first.</source>
        <translation>
            <numerusform>一张图片最多可有 %n 个快照；请先移除一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Snapshot %1</source>
        <translation>快照 %1</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1 的设置</translation>
    </message>
    <message>
        <source>Leave references out</source>
        <translation>不使用任何参考图</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>A reference was added. Matching runs again</source>
        <translation>已添加参考图。将重新匹配</translation>
    </message>
    <message>
        <source>A reference was taken out. Matching runs again</source>
        <translation>已移除参考图。将重新匹配</translation>
    </message>
    <message>
        <source>The references changed. Matching runs again</source>
        <translation>参考图已更改。将重新匹配</translation>
    </message>
    <message>
        <source>The picture changed. Everything runs again</source>
        <translation>图片已更改。将全部重新运行</translation>
    </message>
    <message>
        <source>The model changed. Matching runs again</source>
        <translation>模型已更改。将重新匹配</translation>
    </message>
    <message>
        <source>The device changed. Matching runs again</source>
        <translation>设备已更改。将重新匹配</translation>
    </message>
    <message>
        <source>The precision changed. Matching runs again</source>
        <translation>精度已更改。将重新匹配</translation>
    </message>
    <message>
        <source>The way of matching changed. Matching runs again</source>
        <translation>匹配方式已更改。将重新匹配</translation>
    </message>
    <message>
        <source>Strength changed from %1 to %2. Matches kept</source>
        <translation>强度由 %1 改为 %2。匹配保留</translation>
    </message>
    <message>
        <source>The painted area changed. Matches kept</source>
        <translation>涂抹区域已更改。匹配保留</translation>
    </message>
    <message>
        <source>Borrows less where the match is unsure. Matches kept</source>
        <translation>匹配不可靠处少借用。匹配保留</translation>
    </message>
    <message>
        <source>Borrows even where the match is unsure. Matches kept</source>
        <translation>匹配不可靠处也借用。匹配保留</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were not added: %1 references are the most that one picture can have.</source>
        <translation>
            <numerusform>未添加 %n 张图片：一张图片最多可有 %1 张参考图。</numerusform>
        </translation>
    </message>
    <message>
        <source>Order the references</source>
        <translation>调整参考图顺序</translation>
    </message>
    <message>
        <source>The reference scale changed. Matching runs again</source>
        <translation>参考图缩放已更改。将重新匹配</translation>
    </message>
    <message>
        <source>Every reference lends. Matches kept</source>
        <translation>从所有参考图借用。匹配保留</translation>
    </message>
    <message>
        <source>Only the best reference lends. Matches kept</source>
        <translation>只从最佳参考图借用。匹配保留</translation>
    </message>
    <message>
        <source>Passes changed from %1 to %2. Matches kept</source>
        <translation>遍数由 %1 改为 %2。匹配保留</translation>
    </message>
    <message>
        <source>The order of the references changed. Matches kept</source>
        <translation>参考图的顺序已更改。匹配保留</translation>
    </message>
</context>
<context>
    <name>refscale::ui::DropOverlay</name>
    <message>
        <source>Drop it to enlarge it</source>
        <translation>放下即可放大</translation>
    </message>
    <message>
        <source>Drop them: the smallest is enlarged, the others are references</source>
        <translation>放下：最小的一张会被放大，其余作参考图</translation>
    </message>
    <message>
        <source>Enlarge this picture instead</source>
        <translation>改为放大这张图片</translation>
    </message>
    <message>
        <source>Add as a reference</source>
        <translation>添加为参考图</translation>
    </message>
    <message>
        <source>Drop it as the reference</source>
        <translation>放下作为参考图</translation>
    </message>
    <message>
        <source>Drop them as references</source>
        <translation>放下作为参考图</translation>
    </message>
</context>
<context>
    <name>refscale::ui::EngineClient</name>
    <message>
        <source>There is not enough memory for this picture; close other programs or use a smaller picture.</source>
        <translation>内存不足以处理这张图片；请关闭其他程序或使用较小的图片。</translation>
    </message>
    <message>
        <source>Something failed inside RefScale.</source>
        <translation>RefScale 内部出错。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ExportDialog</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Name template</source>
        <translation>名称模板</translation>
    </message>
    <message>
        <source>What the file will be called</source>
        <translation>文件将使用的名称</translation>
    </message>
    <message>
        <source>If there is such a file already</source>
        <translation>如果已有此文件</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Add a number to the name</source>
        <translation>在名称后加编号</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>If it is there already</source>
        <translation>如果已存在</translation>
    </message>
    <message>
        <source>Bits a channel</source>
        <translation>每通道位数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>%1×, %2</source>
        <translation>%1×，%2</translation>
    </message>
    <message>
        <source>%1×, %2 (made smaller)</source>
        <translation>%1×，%2（缩小）</translation>
    </message>
    <message>
        <source>Date, camera and place (EXIF, XMP)</source>
        <translation>日期、相机和地点（EXIF、XMP）</translation>
    </message>
    <message>
        <source>The colour profile (%1)</source>
        <translation>颜色配置文件（%1）</translation>
    </message>
    <message>
        <source>How it was made, in the picture&apos;s XMP</source>
        <translation>制作信息，写入图片的 XMP</translation>
    </message>
    <message>
        <source>Model, references by name and hash, settings, borrowed share, version</source>
        <translation>模型、参考图的名称和哈希值、设置、借用占比、版本</translation>
    </message>
    <message>
        <source>How it was made, as a file (.refscale.json)</source>
        <translation>制作信息，存为文件（.refscale.json）</translation>
    </message>
    <message numerus="yes">
        <source>Maps (%n pictures)</source>
        <translation>
            <numerusform>分布图（%n 张图片）</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison of A and B, as it is shown</source>
        <translation>A 与 B 的比较，如当前所示</translation>
    </message>
    <message>
        <source>The painted area</source>
        <translation>涂抹区域</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Also save</source>
        <translation>同时保存</translation>
    </message>
    <message>
        <source>Save in</source>
        <translation>保存到</translation>
    </message>
    <message>
        <source>There is no value called %1.</source>
        <translation>没有名为 %1 的值。</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>文件需要一个名称。</translation>
    </message>
    <message>
        <source>This name is too long for a file.</source>
        <translation>此名称作为文件名太长。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 cannot stand in a file name: _ stands there instead.</source>
        <translation>文件名中不能有 %1：已用 _ 代替。</translation>
    </message>
    <message>
        <source>There is such a file already: you will be asked.</source>
        <translation>已有此文件：将会询问您。</translation>
    </message>
    <message>
        <source>There is such a file already: it will be replaced.</source>
        <translation>已有此文件：将被替换。</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>This format holds no more than 8 bits.</source>
        <translation>此格式最多只能保存 8 位。</translation>
    </message>
    <message>
        <source>Transparency is laid over white.</source>
        <translation>透明部分将以白色为底。</translation>
    </message>
    <message numerus="yes">
        <source>%n files are there already: %1</source>
        <translation>
            <numerusform>已有 %n 个文件：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation>另存为 %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>refscale::ui::FileClient</name>
    <message>
        <source>painted</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>sample street</source>
        <translation>示例街道</translation>
    </message>
    <message>
        <source>sample street, closer</source>
        <translation>示例街道，更近</translation>
    </message>
    <message>
        <source>sample street, true</source>
        <translation>示例街道，真实图片</translation>
    </message>
    <message>
        <source>The true picture has %1 × %2 pixels, but the enlarged picture will have %3 × %4.</source>
        <translation>真实图片为 %1 × %2 像素，而放大后的图片将为 %3 × %4。</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>已略去 %1：%2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ImportDialog</name>
    <message>
        <source>Import a published model</source>
        <translation>导入已发布的模型</translation>
    </message>
    <message>
        <source>Checkpoints of C2-Matching and its successors (.pth, .pt, .safetensors). Nothing inside them is run.</source>
        <translation>C2-Matching 及其后继的检查点（.pth、.pt、.safetensors）。不会运行其中任何内容。</translation>
    </message>
    <message>
        <source>Restoration network</source>
        <translation>复原网络</translation>
    </message>
    <message>
        <source>Correspondence extractor</source>
        <translation>对应特征提取网络</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Licence (optional)</source>
        <translation>许可证（可选）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>Checkpoints (%1)</source>
        <translation>检查点 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>refscale::ui::InspectPanel</name>
    <message>
        <source>Nothing to inspect yet</source>
        <translation>尚无可检查的内容</translation>
    </message>
    <message>
        <source>After a run the numbers are here: how much was borrowed, what was checked, how long it took.</source>
        <translation>运行后这里会显示数据：借用了多少、检查了什么、用了多久。</translation>
    </message>
    <message>
        <source>Why %1 is good</source>
        <translation>%1 为何良好</translation>
    </message>
    <message>
        <source>Why %1 is fair</source>
        <translation>%1 为何尚可</translation>
    </message>
    <message>
        <source>Why %1 is weak</source>
        <translation>%1 为何较弱</translation>
    </message>
    <message>
        <source>Why %1 is wrong</source>
        <translation>%1 为何不符</translation>
    </message>
    <message>
        <source>Picture covered</source>
        <translation>图片覆盖</translation>
    </message>
    <message>
        <source>%1 (good: %2)</source>
        <translation>%1（良好：%2）</translation>
    </message>
    <message>
        <source>Similarity where covered</source>
        <translation>覆盖处的相似度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>%1× (good: %2 to %3)</source>
        <translation>%1×（良好：%2 至 %3）</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>%1° (good: under %2)</source>
        <translation>%1°（良好：小于 %2）</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>如何改善</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Invented by the model</source>
        <translation>由模型虚构</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Computed on</source>
        <translation>计算设备</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Colours kept when shrunk back</source>
        <translation>缩回后颜色一致</translation>
    </message>
    <message>
        <source>Colours differ when shrunk back</source>
        <translation>缩回后颜色不同</translation>
    </message>
    <message>
        <source>Δ %1 / 255</source>
        <translation>Δ %1 / 255</translation>
    </message>
    <message>
        <source>Against the true picture</source>
        <translation>与真实图片相比</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Keep as snapshot</source>
        <translation>保留为快照</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Positions compared</source>
        <translation>比较的位置</translation>
    </message>
    <message>
        <source>Sure in %1</source>
        <translation>%1 中的可靠匹配</translation>
    </message>
    <message>
        <source>Time per stage</source>
        <translation>各阶段用时</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>复原</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>内存峰值</translation>
    </message>
    <message>
        <source>%1 / 255</source>
        <translation>%1 / 255</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Difference of %1 and %2</source>
        <translation>%1 与 %2 的差异</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>A minus B, brightness</source>
        <translation>A 减 B，亮度</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>%1 — RefScale</source>
        <translation>%1 — RefScale</translation>
    </message>
    <message>
        <source>RefScale</source>
        <translation>RefScale</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>sRGB  ·  %1  ·  %2 free</source>
        <translation>sRGB  ·  %1  ·  空闲 %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapCanvas</name>
    <message>
        <source>No map</source>
        <translation>没有图</translation>
    </message>
    <message>
        <source>%1 at %2, %3: %4</source>
        <translation>%1 于 %2, %3：%4</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapLegend</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Above %1</source>
        <translation>高于 %1</translation>
    </message>
    <message>
        <source>Within 4 px</source>
        <translation>4 像素以内</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Invented</source>
        <translation>虚构</translation>
    </message>
    <message>
        <source>No sure match</source>
        <translation>无可靠匹配</translation>
    </message>
    <message>
        <source>Mean, sure</source>
        <translation>可靠匹配均值</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散度</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapOptions</name>
    <message>
        <source>Lowest value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Panes with the same map share a range</source>
        <translation>相同的图共用范围</translation>
    </message>
    <message>
        <source>How much the map covers the picture</source>
        <translation>图覆盖画面的程度</translation>
    </message>
    <message>
        <source>Range of the colours</source>
        <translation>颜色范围</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>1st to 99th percentile</source>
        <translation>第 1 至第 99 百分位</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>手动输入</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Over the picture</source>
        <translation>叠加在图片上</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapPane</name>
    <message>
        <source>Map: %1</source>
        <translation>图：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapsInspect</name>
    <message>
        <source>Offsets</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>指针处</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MapsView</name>
    <message>
        <source>Number of maps</source>
        <translation>图的数量</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>外观…</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Picture with its bar (PNG)…</source>
        <translation>带色条的图片 (PNG)…</translation>
    </message>
    <message>
        <source>Picture alone (PNG)…</source>
        <translation>仅图片 (PNG)…</translation>
    </message>
    <message>
        <source>Numbers, 32-bit float (TIFF)…</source>
        <translation>数值，32 位浮点 (TIFF)…</translation>
    </message>
    <message>
        <source>Numbers for NumPy (NPY)…</source>
        <translation>NumPy 数值 (NPY)…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>These numbers come with the restoration.</source>
        <translation>这些数值在复原时产生。</translation>
    </message>
    <message>
        <source>These numbers were not kept. Restoring again takes about %1; the matches are kept, and the picture stays the same.</source>
        <translation>这些数值未保留。重新复原约需 %1；匹配保留，图片不变。</translation>
    </message>
    <message>
        <source>Make these maps</source>
        <translation>生成这些图</translation>
    </message>
    <message>
        <source>Nothing was borrowed from this reference: another one matched better.</source>
        <translation>未从此参考图借用：另一张更匹配。</translation>
    </message>
    <message>
        <source>Nothing was borrowed for this picture.</source>
        <translation>此图片未借用任何内容。</translation>
    </message>
    <message>
        <source>At this scale the model reads nothing from references; it does at %1.</source>
        <translation>模型在此尺度不读取参考图；在 %1 才读取。</translation>
    </message>
    <message>
        <source>This matcher does not measure it.</source>
        <translation>此匹配方法不测量该项。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MaskEditor</name>
    <message>
        <source>Paint</source>
        <translation>涂抹</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Invert the painted area</source>
        <translation>反转涂抹区域</translation>
    </message>
    <message>
        <source>Clear the painted area</source>
        <translation>清除涂抹区域</translation>
    </message>
    <message>
        <source>Paint the marked region</source>
        <translation>涂抹标记的区域</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MaskSection</name>
    <message>
        <source>Do not borrow here</source>
        <translation>此处不借用</translation>
    </message>
    <message>
        <source>More for the painted area</source>
        <translation>涂抹区域的更多操作</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Brush size in pixels</source>
        <translation>画笔大小（像素）</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>%1 painted</source>
        <translation>已涂抹 %1</translation>
    </message>
    <message>
        <source>Nothing painted</source>
        <translation>未涂抹</translation>
    </message>
    <message>
        <source>Double-click brings back the usual value</source>
        <translation>双击恢复默认值</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchCanvas</name>
    <message>
        <source>Matches between picture and reference</source>
        <translation>图片与参考图之间的匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n positions match here</source>
        <translation>
            <numerusform>%n 个位置与此匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
    <message>
        <source>Match at %1   confidence %2</source>
        <translation>匹配于 %1   置信度 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) shown</source>
        <translation>
            <numerusform>显示 %n 条线</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 matches %2, confidence %3</source>
        <translation>%1 对应 %2，置信度 %3</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchesInspect</name>
    <message>
        <source>Colours of confidence, from 0 to 1</source>
        <translation>置信度的颜色，0 至 1</translation>
    </message>
    <message>
        <source>Where the matches point</source>
        <translation>匹配指向的方向</translation>
    </message>
    <message>
        <source>Number of lines</source>
        <translation>线条数量</translation>
    </message>
    <message>
        <source>Which matches are drawn</source>
        <translation>绘制哪些匹配</translation>
    </message>
    <message>
        <source>Evenly spread</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>最差</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Seed of the random choice</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Colour of the lines</source>
        <translation>线条颜色</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Ring where nothing is sure</source>
        <translation>无可靠匹配处显示圆环</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线条</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>Longest offset in pixels</source>
        <translation>最大偏移（像素）</translation>
    </message>
    <message>
        <source>Largest distance there and back in pixels</source>
        <translation>最大往返距离（像素）</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Pins only</source>
        <translation>仅固定的</translation>
    </message>
    <message>
        <source>Offset up to</source>
        <translation>偏移不超过</translation>
    </message>
    <message>
        <source>Back within</source>
        <translation>往返不超过</translation>
    </message>
    <message>
        <source>%1 of %2 sure matches are drawn</source>
        <translation>已绘制 %2 个可靠匹配中的 %1 个</translation>
    </message>
    <message>
        <source>Show only confidence above %1</source>
        <translation>仅显示置信度高于 %1</translation>
    </message>
    <message>
        <source>Colours of direction</source>
        <translation>方向的颜色</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MatchesView</name>
    <message>
        <source>Reference</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Input, bicubic 4×</source>
        <translation>输入，双三次 4×</translation>
    </message>
    <message>
        <source>%1 of %2 positions have a sure match</source>
        <translation>%2 个位置中有 %1 个有可靠匹配</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Clears the region (Esc)</source>
        <translation>清除区域 (Esc)</translation>
    </message>
    <message>
        <source>Zoom together</source>
        <translation>同步缩放</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Show both pictures whole</source>
        <translation>完整显示两张图片</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>保存表格…</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>保存表格</translation>
    </message>
    <message>
        <source>Save the matches as a table (CSV)</source>
        <translation>将匹配保存为表格 (CSV)</translation>
    </message>
    <message>
        <source>All sure matches…</source>
        <translation>所有可靠匹配…</translation>
    </message>
    <message>
        <source>Filtered matches…</source>
        <translation>筛选后的匹配…</translation>
    </message>
    <message>
        <source>Pins…</source>
        <translation>固定的匹配…</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Save the matches</source>
        <translation>保存匹配</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MemorySection</name>
    <message>
        <source>Expected of the free memory</source>
        <translation>预计占用的空闲内存</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU 内存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 free; what a run takes is known after the first</source>
        <translation>空闲 %1；首次运行后才知道运行所需的内存</translation>
    </message>
    <message>
        <source>What a run takes is known after the first</source>
        <translation>首次运行后才知道运行所需的内存</translation>
    </message>
    <message>
        <source>Last run: expected %1, used %2</source>
        <translation>上次运行：预计 %1，实际使用 %2</translation>
    </message>
    <message>
        <source>Last run: used %1</source>
        <translation>上次运行：使用 %1</translation>
    </message>
    <message>
        <source>Memory may run out: a run takes %1, %2 are free</source>
        <translation>内存可能不足：一次运行需要 %1，空闲 %2</translation>
    </message>
    <message>
        <source>A run takes %1; %2 are free</source>
        <translation>一次运行需要 %1；空闲 %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::MissingFilesDialog</name>
    <message>
        <source>Files of this job are missing</source>
        <translation>此任务的文件缺失</translation>
    </message>
    <message>
        <source>Say where they are now, or open the job without them.</source>
        <translation>请指出它们现在的位置，或不带它们打开任务。</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find %1</source>
        <translation>查找 %1</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>%1 在哪里？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open the job</source>
        <translation>打开任务</translation>
    </message>
    <message>
        <source>It was in %1</source>
        <translation>原在 %1</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>已找到：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ModelShelf</name>
    <message>
        <source>Works: a test picture took %1</source>
        <translation>可用：测试图片用时 %1</translation>
    </message>
    <message>
        <source>Does not work: %1</source>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>Trying it out…</source>
        <translation>正在试用…</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import a published model</source>
        <translation>导入已发布的模型</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking for models…</source>
        <translation>正在查找模型…</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>模型 %1</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1（使用中）</translation>
    </message>
    <message>
        <source>Enlarges 4×, %1 parameters, %2, %3</source>
        <translation>放大 4×，%1 个参数，%2，%3</translation>
    </message>
    <message>
        <source>came with RefScale</source>
        <translation>随 RefScale 提供</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可证：%1</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>更换模型</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Try %1 out on a small picture</source>
        <translation>用一张小图片试用 %1</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Move %1 to the trash</source>
        <translation>把 %1 移到回收站</translation>
    </message>
</context>
<context>
    <name>refscale::ui::NameDialog</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>There is one of that name: it will be replaced.</source>
        <translation>已有同名项：将被替换。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::NoticeBar</name>
    <message>
        <source>Swap</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>关闭此提示</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Swap picture and reference</source>
        <translation>交换图片与参考图</translation>
    </message>
</context>
<context>
    <name>refscale::ui::OffsetPlot</name>
    <message>
        <source>Offsets</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Offset right and up (relu3_1 px)</source>
        <translation>向右和向上的偏移（relu3_1 像素）</translation>
    </message>
    <message>
        <source>Offsets of all positions</source>
        <translation>所有位置的偏移</translation>
    </message>
    <message>
        <source>Offset here: %1 right, %2 up</source>
        <translation>此处偏移：右 %1，上 %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Patch</name>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PatchStrip</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Pin this match</source>
        <translation>固定此匹配</translation>
    </message>
    <message>
        <source>Pin this match (P)</source>
        <translation>固定此匹配 (P)</translation>
    </message>
    <message>
        <source>Centre both</source>
        <translation>两者居中</translation>
    </message>
    <message>
        <source>Centre both pictures on this match</source>
        <translation>使两张图片以此匹配居中</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take all pins out</source>
        <translation>移除所有固定</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>固定项</translation>
    </message>
    <message>
        <source>Match in %1</source>
        <translation>%1 中的匹配</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中的 %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PictureView</name>
    <message>
        <source>Ways of comparing</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Source of A</source>
        <translation>A 的来源</translation>
    </message>
    <message>
        <source>Source of B</source>
        <translation>B 的来源</translation>
    </message>
    <message>
        <source>Gain of the difference</source>
        <translation>差异的增益</translation>
    </message>
    <message>
        <source>×%1</source>
        <translation>×%1</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show where the reference reaches</source>
        <translation>显示参考图覆盖的范围</translation>
    </message>
    <message>
        <source>Input, bicubic 4×</source>
        <translation>输入，双三次 4×</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>上一个结果</translation>
    </message>
    <message>
        <source>Reference off</source>
        <translation>参考图关闭</translation>
    </message>
    <message>
        <source>True picture</source>
        <translation>真实图片</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Bicubic, until Reference off is computed</source>
        <translation>双三次，直到算出“参考图关闭”</translation>
    </message>
    <message>
        <source>Fit (%1)</source>
        <translation>适合 (%1)</translation>
    </message>
    <message>
        <source>Magnification of the loupe</source>
        <translation>放大镜的倍率</translation>
    </message>
    <message>
        <source>Bicubic, and the rows that are finished</source>
        <translation>双三次插值与已完成的行</translation>
    </message>
    <message>
        <source>%1 warped</source>
        <translation>%1（变形）</translation>
    </message>
    <message>
        <source>Reference warped (%1)</source>
        <translation>变形的参考图 (%1)</translation>
    </message>
    <message>
        <source>Bicubic, until the reference is warped</source>
        <translation>双三次，直到参考图变形完成</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>带符号</translation>
    </message>
    <message>
        <source>Signed difference</source>
        <translation>带符号差异</translation>
    </message>
    <message>
        <source>A minus B: orange where A is brighter, blue where B is</source>
        <translation>A 减 B：A 较亮处为橙色，B 较亮处为蓝色</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PicturesPanel</name>
    <message>
        <source>Picture to enlarge</source>
        <translation>要放大的图片</translation>
    </message>
    <message>
        <source>Small view of the picture to enlarge</source>
        <translation>要放大的图片的缩略图</translation>
    </message>
    <message>
        <source>Open the picture to enlarge…</source>
        <translation>打开要放大的图片…</translation>
    </message>
    <message>
        <source>Open the picture to enlarge</source>
        <translation>打开要放大的图片</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add reference</source>
        <translation>添加参考图</translation>
    </message>
    <message>
        <source>%1 × %2 → %3 × %4</source>
        <translation>%1 × %2 → %3 × %4</translation>
    </message>
    <message>
        <source>pasted</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>sRGB</source>
        <translation>sRGB</translation>
    </message>
    <message>
        <source>8 bit</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>16 bit</source>
        <translation>16 位</translation>
    </message>
    <message>
        <source>Drop a better picture here</source>
        <translation>把更好的图片拖到这里</translation>
    </message>
    <message>
        <source>Drop another reference</source>
        <translation>再拖入一张参考图</translation>
    </message>
    <message>
        <source>32 bit float</source>
        <translation>32 位浮点</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PinsModel</name>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Input x, y</source>
        <translation>输入 x, y</translation>
    </message>
    <message>
        <source>%1 x, y</source>
        <translation>%1 x, y</translation>
    </message>
    <message>
        <source>Match x, y</source>
        <translation>匹配 x, y</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>置信</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PlotFrame</name>
    <message>
        <source>Shown in a window of its own. Close it to have it here.</source>
        <translation>正在单独的窗口中显示。关闭该窗口即可回到此处。</translation>
    </message>
    <message>
        <source>Show in a window of its own</source>
        <translation>在单独的窗口中显示</translation>
    </message>
    <message>
        <source>Save the plot</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>PNG, twice as large…</source>
        <translation>PNG，两倍大小…</translation>
    </message>
    <message>
        <source>PNG, four times as large…</source>
        <translation>PNG，四倍大小…</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>数值 (CSV)…</translation>
    </message>
    <message>
        <source>Copy values</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>%1 — RefScale</source>
        <translation>%1 — RefScale</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PointerNumbers</name>
    <message>
        <source>Output position</source>
        <translation>输出位置</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation>唯一性</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返误差</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <source>Learned part</source>
        <translation>学习部分</translation>
    </message>
    <message>
        <source>Mask weight</source>
        <translation>掩码权重</translation>
    </message>
    <message>
        <source>x, y</source>
        <translation>x, y</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Match in %1</source>
        <translation>%1 中的匹配</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>%1 px of %2</source>
        <translation>%2 的 %1 像素</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages of the preferences</source>
        <translation>首选项页面</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Matching</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Changes act at once.</source>
        <translation>更改立即生效。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Around pictures</source>
        <translation>图片周围</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>跟随主题</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>中灰</translation>
    </message>
    <message>
        <source>Single letters act as shortcuts</source>
        <translation>单个字母可作快捷键</translation>
    </message>
    <message>
        <source>A match is sure from a confidence of</source>
        <translation>匹配视为可靠的最低置信度</translation>
    </message>
    <message>
        <source>Decides what counts as borrowed and what the hatching shows. It changes no pixel of a result.</source>
        <translation>决定哪些算借用、阴影线显示什么。不会改变结果中的任何像素。</translation>
    </message>
    <message>
        <source>Look at references by itself</source>
        <translation>自动查看参考图</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Processor cores to use</source>
        <translation>使用的处理器核心数</translation>
    </message>
    <message>
        <source>Fewer leave room for other programs; a run takes longer.</source>
        <translation>较少的核心可为其他程序留出资源，但运行更久。</translation>
    </message>
    <message>
        <source>Blink every</source>
        <translation>闪烁间隔</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>refscale::ui::PresetSection</name>
    <message>
        <source>Settings of RefScale (*.json)</source>
        <translation>RefScale 设置 (*.json)</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>More for presets</source>
        <translation>预设的更多操作</translation>
    </message>
    <message>
        <source>&amp;Save these settings as…</source>
        <translation>将这些设置另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Bring back all &amp;usual values</source>
        <translation>恢复所有默认值(&amp;U)</translation>
    </message>
    <message>
        <source>Usual settings</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>自定义设置</translation>
    </message>
    <message>
        <source>Save settings as</source>
        <translation>设置另存为</translation>
    </message>
    <message>
        <source>Rename the preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>The preset %1 was deleted.</source>
        <translation>已删除预设 %1。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>导出设置</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>%1 was not imported: %2</source>
        <translation>未导入 %1：%2</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Presets</name>
    <message>
        <source>Use the preset %1</source>
        <translation>使用预设 %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RankingDialog</name>
    <message>
        <source>Add as references</source>
        <translation>添加为参考图</translation>
    </message>
    <message>
        <source>References in %1</source>
        <translation>%1 中的参考图</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>已检查的图片</translation>
    </message>
    <message>
        <source>Pictures of the folder, the best reference first</source>
        <translation>文件夹中的图片，最佳参考图在前</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>位置关系</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 of %2 pictures looked at. Those checked can be added at any time.</source>
        <translation>已检查 %1 / %2 张图片。勾选的图片可随时添加。</translation>
    </message>
    <message>
        <source>The best pictures are checked.</source>
        <translation>最佳图片已勾选。</translation>
    </message>
    <message>
        <source>None of these pictures shows the same thing.</source>
        <translation>这些图片都没有显示相同的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>另有 %n 张未纳入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>refscale::ui::RecentDialog</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>Search names and folders</source>
        <translation>搜索名称和文件夹</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Recovery</name>
    <message>
        <source>RefScale was interrupted. What was open can be brought back.</source>
        <translation>RefScale 曾意外中断。可以恢复当时打开的内容。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceCard</name>
    <message>
        <source>Reference %1, %2</source>
        <translation>参考图 %1，%2</translation>
    </message>
    <message>
        <source>Borrow from this reference</source>
        <translation>从此参考图借用</translation>
    </message>
    <message>
        <source>Borrow from %1</source>
        <translation>从 %1 借用</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>More for this reference</source>
        <translation>此参考图的更多操作</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>%1 的更多操作</translation>
    </message>
    <message>
        <source>Show where it &amp;reaches</source>
        <translation>显示其覆盖的范围(&amp;R)</translation>
    </message>
    <message>
        <source>Open in &amp;Matches</source>
        <translation>在“匹配”中打开(&amp;M)</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>向左旋转(&amp;L)</translation>
    </message>
    <message>
        <source>Turn ri&amp;ght</source>
        <translation>向右旋转(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Crop…</source>
        <translation>裁剪(&amp;C)…</translation>
    </message>
    <message>
        <source>Re&amp;place…</source>
        <translation>替换(&amp;P)…</translation>
    </message>
    <message>
        <source>Rank a &amp;folder…</source>
        <translation>为文件夹中的图片排序(&amp;F)…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>移除(&amp;E)</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceCommands</name>
    <message>
        <source>Replace the reference</source>
        <translation>替换参考图</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ReferenceEditor</name>
    <message>
        <source>Turn the reference right</source>
        <translation>向右旋转参考图</translation>
    </message>
    <message>
        <source>Turn the reference left</source>
        <translation>向左旋转参考图</translation>
    </message>
    <message>
        <source>Crop the reference</source>
        <translation>裁剪参考图</translation>
    </message>
    <message>
        <source>Show the whole reference</source>
        <translation>显示整张参考图</translation>
    </message>
    <message>
        <source>Replace the reference</source>
        <translation>替换参考图</translation>
    </message>
    <message>
        <source>%1 stays as it is: %2</source>
        <translation>%1 保持不变：%2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>未打开 %1：%2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RightSide</name>
    <message>
        <source>Put the panels away</source>
        <translation>收起面板</translation>
    </message>
</context>
<context>
    <name>refscale::ui::RunBar</name>
    <message>
        <source>Run bar</source>
        <translation>运行栏</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步操作</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Details of what happened</source>
        <translation>所发生问题的详情</translation>
    </message>
</context>
<context>
    <name>refscale::ui::Session</name>
    <message>
        <source>Load a painted area</source>
        <translation>载入涂抹区域</translation>
    </message>
    <message>
        <source>%1 is no picture that can be used as a painted area.</source>
        <translation>%1 不是可用作涂抹区域的图片。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为 %1。</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未保存：%1</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>未打开 %1：%2</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was not opened: %2 Formats that work: %3.</source>
        <translation>未打开 %1：%2 支持的格式：%3。</translation>
    </message>
    <message>
        <source>%1 was not opened: one true picture belongs to one picture to enlarge.</source>
        <translation>未打开 %1：一张待放大图片只对应一张真实图片。</translation>
    </message>
    <message>
        <source>%1 was not opened: only one picture can be enlarged at a time.</source>
        <translation>未打开 %1：一次只能放大一张图片。</translation>
    </message>
    <message>
        <source>Two pictures were dropped: the smaller one is enlarged.</source>
        <translation>放入了两张图片：较小的一张会被放大。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were dropped: the smallest one is enlarged.</source>
        <translation>
            <numerusform>放入了 %n 张图片：最小的一张会被放大。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>使用 CPU</translation>
    </message>
    <message>
        <source>Open the picture to enlarge first; then the pictures of a folder can be ranked as its references.</source>
        <translation>请先打开要放大的图片，然后才能将文件夹中的图片作为参考图排序。</translation>
    </message>
    <message>
        <source>%1 was not opened: the true picture must be four times as large as the picture to enlarge.</source>
        <translation>未打开 %1：真实图片的宽和高必须是待放大图片的四倍。</translation>
    </message>
    <message>
        <source>There is not enough memory to show the reference warped.</source>
        <translation>内存不足以显示变形的参考图。</translation>
    </message>
    <message>
        <source>That was a link, and RefScale does not load from the network. Save the picture in the browser first, then drop the file.</source>
        <translation>那是一个链接，而 RefScale 不从网络载入。请先在浏览器中保存图片，再把文件拖进来。</translation>
    </message>
    <message>
        <source>Compute in fp32</source>
        <translation>以 fp32 计算</translation>
    </message>
    <message>
        <source>Use smaller references</source>
        <translation>使用较小的参考图</translation>
    </message>
    <message>
        <source>No GPU can be used: %1. The CPU does the same work, it takes longer.</source>
        <translation>无法使用 GPU：%1。CPU 能完成同样的工作，只是用时更久。</translation>
    </message>
    <message>
        <source>Memory ran out once; the run was repeated in tiles half as large.</source>
        <translation>内存曾一度不足；已改用一半大小的分块重新运行。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::SettingsPanel</name>
    <message>
        <source>Double-click brings back the usual value</source>
        <translation>双击恢复默认值</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>模型与设备</translation>
    </message>
    <message>
        <source>Change model</source>
        <translation>更换模型</translation>
    </message>
    <message>
        <source>Change device</source>
        <translation>更换设备</translation>
    </message>
    <message>
        <source>Change precision</source>
        <translation>更改精度</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Strength in percent</source>
        <translation>强度（百分比）</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Borrow less where the match is unsure</source>
        <translation>匹配不可靠处少借用</translation>
    </message>
    <message>
        <source>Borrowing</source>
        <translation>借用</translation>
    </message>
    <message>
        <source>Borrow less where unsure</source>
        <translation>不可靠处少借用</translation>
    </message>
    <message>
        <source>Borrow everywhere</source>
        <translation>处处借用</translation>
    </message>
    <message>
        <source>Change strength</source>
        <translation>更改强度</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>GPU %1, %2</source>
        <translation>GPU %1, %2</translation>
    </message>
    <message>
        <source>%1 •</source>
        <translation>%1 •</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>Reference scale</source>
        <translation>参考图缩放</translation>
    </message>
    <message>
        <source>By what references are resized before they are matched: 0.25 to 4, or 0 for Auto</source>
        <translation>匹配前参考图的缩放倍数：0.25 至 4，0 为自动</translation>
    </message>
    <message>
        <source>Ref. scale</source>
        <translation>参考缩放</translation>
    </message>
    <message>
        <source>Of several references</source>
        <translation>有多张参考图时</translation>
    </message>
    <message>
        <source>Every: at each place from those that match there most surely. Best: from one alone</source>
        <translation>全部：每处取自该处匹配最可靠的参考图。最佳：只取自一张</translation>
    </message>
    <message>
        <source>Every one lends</source>
        <translation>全部借用</translation>
    </message>
    <message>
        <source>Only the best</source>
        <translation>仅用最佳</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>遍数</translation>
    </message>
    <message>
        <source>Restores so many times on mirrored pictures and averages: more accurate, and slower</source>
        <translation>用镜像图片复原这么多遍并取平均：更准确，但更慢</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考图</translation>
    </message>
    <message>
        <source>Change who lends</source>
        <translation>更改借用来源</translation>
    </message>
    <message>
        <source>Change passes</source>
        <translation>更改遍数</translation>
    </message>
    <message>
        <source>Change the reference scale</source>
        <translation>更改参考图缩放</translation>
    </message>
    <message>
        <source>Not the usual value</source>
        <translation>非默认值</translation>
    </message>
</context>
<context>
    <name>refscale::ui::ShortcutsPage</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New shortcut of the chosen action</source>
        <translation>所选操作的新快捷键</translation>
    </message>
    <message>
        <source>Take the shortcut away</source>
        <translation>移除快捷键</translation>
    </message>
    <message>
        <source>Back to the shortcut that it comes with</source>
        <translation>恢复默认快捷键</translation>
    </message>
    <message>
        <source>Space shows A alone while it is held. Choose another key.</source>
        <translation>按住空格键时单独显示 A。请选择其他按键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose another key, or take it away there first.</source>
        <translation>%1 已用于“%2”。请选择其他按键，或先在那里移除。</translation>
    </message>
</context>
<context>
    <name>refscale::ui::SnapshotList</name>
    <message>
        <source>Name of snapshot %1</source>
        <translation>快照 %1 的名称</translation>
    </message>
    <message>
        <source>Bring back its settings</source>
        <translation>恢复其设置</translation>
    </message>
    <message>
        <source>Bring back the settings of %1</source>
        <translation>恢复 %1 的设置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>refscale::ui::StagePlot</name>
    <message>
        <source>Time per stage</source>
        <translation>各阶段用时</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>refscale::ui::StartPage</name>
    <message>
        <source>Start page</source>
        <translation>开始页</translation>
    </message>
    <message>
        <source>Enlarge a picture four times, with the help of a better one</source>
        <translation>借助更好的图片，把图片放大四倍</translation>
    </message>
    <message>
        <source>Drop files anywhere in this window. Two pictures dropped together are sorted for you: the smaller one is enlarged.</source>
        <translation>可把文件拖到窗口任意位置。同时拖入两张图片会自动分配：较小的一张被放大。</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>Picture to enlarge</source>
        <translation>要放大的图片</translation>
    </message>
    <message>
        <source>A small photo or a scan</source>
        <translation>小照片或扫描件</translation>
    </message>
    <message>
        <source>2</source>
        <translation>2</translation>
    </message>
    <message>
        <source>Better picture of the same thing</source>
        <translation>同一景物的更好图片</translation>
    </message>
    <message>
        <source>One or more sharp photos: a reprint, another angle, a closer view</source>
        <translation>一张或多张清晰照片：翻印件、另一角度、更近的照片</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>See what it does</source>
        <translation>效果演示</translation>
    </message>
    <message>
        <source>Small picture</source>
        <translation>小图片</translation>
    </message>
    <message>
        <source>Better picture</source>
        <translation>更好的图片</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Open this sample</source>
        <translation>打开此示例</translation>
    </message>
    <message>
        <source>no reference yet</source>
        <translation>尚无参考图</translation>
    </message>
    <message>
        <source>with a reference</source>
        <translation>有一张参考图</translation>
    </message>
    <message numerus="yes">
        <source>%n references</source>
        <translation>
            <numerusform>%n 张参考图</numerusform>
        </translation>
    </message>
    <message>
        <source>Open %1 again, %2</source>
        <translation>重新打开 %1，%2</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all recent pictures</source>
        <translation>显示所有最近的图片</translation>
    </message>
</context>
<context>
    <name>refscale::ui::TruthCard</name>
    <message>
        <source>True picture</source>
        <translation>真实图片</translation>
    </message>
    <message>
        <source>Drop it here to measure PSNR and SSIM</source>
        <translation>拖到这里以测量 PSNR 和 SSIM</translation>
    </message>
    <message>
        <source>Open the true picture</source>
        <translation>打开真实图片</translation>
    </message>
    <message>
        <source>Open the true picture: four times as large as the picture to enlarge</source>
        <translation>打开真实图片：尺寸为待放大图片的四倍</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the true picture</source>
        <translation>移除真实图片</translation>
    </message>
    <message>
        <source>PSNR %1 dB</source>
        <translation>PSNR %1 dB</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Measured after the run</source>
        <translation>运行后测量</translation>
    </message>
    <message>
        <source>True picture (optional)</source>
        <translation>真实图片（可选）</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>refscale::ui::TruthTable</name>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>双三次</translation>
    </message>
    <message>
        <source>Reference off</source>
        <translation>参考图关闭</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Compute the picture without the reference</source>
        <translation>计算不用参考图的图片</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Shuffled reference</source>
        <translation>打乱的参考图</translation>
    </message>
    <message>
        <source>Compute the picture with a shuffled reference</source>
        <translation>计算使用打乱的参考图的图片</translation>
    </message>
</context>
<context>
    <name>refscale::ui::WindowDialogs</name>
    <message>
        <source>Open the picture to enlarge</source>
        <translation>打开要放大的图片</translation>
    </message>
    <message>
        <source>Open the true picture</source>
        <translation>打开真实图片</translation>
    </message>
    <message>
        <source>Add better pictures of the same thing</source>
        <translation>添加同一景物的更好图片</translation>
    </message>
    <message>
        <source>Pictures and jobs (%1)</source>
        <translation>图片和任务 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Save job</source>
        <translation>保存任务</translation>
    </message>
    <message>
        <source>RefScale jobs (*.refscale)</source>
        <translation>RefScale 任务 (*.refscale)</translation>
    </message>
    <message>
        <source>A picture is being enlarged. Stop it and quit?</source>
        <translation>正在放大图片。要停止并退出吗？</translation>
    </message>
    <message>
        <source>The result took %1 and was not exported. Quit without it?</source>
        <translation>结果用时 %1，尚未导出。要放弃并退出吗？</translation>
    </message>
    <message>
        <source>The painted area is in no saved job. Quit without it?</source>
        <translation>涂抹区域尚未保存到任务中。要放弃并退出吗？</translation>
    </message>
    <message>
        <source>RefScale</source>
        <translation>RefScale</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Load a painted area</source>
        <translation>载入涂抹区域</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the painted area</source>
        <translation>保存涂抹区域</translation>
    </message>
    <message>
        <source>Find references in a folder</source>
        <translation>在文件夹中查找参考图</translation>
    </message>
    <message>
        <source>The folder %1 holds no picture that RefScale reads.</source>
        <translation>文件夹 %1 中没有 RefScale 可读取的图片。</translation>
    </message>
    <message>
        <source>This run has worked for %1. Cancel it?</source>
        <translation>此次运行已进行 %1。要取消吗？</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>取消运行</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续运行</translation>
    </message>
</context>
</TS>
